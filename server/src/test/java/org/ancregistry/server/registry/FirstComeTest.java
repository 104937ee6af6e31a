package org.ancregistry.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstComeTest {

    private static final String NOTE = "insert into issued_phn (phn, state, request_id, issued_at)"
            + " values (?, 'issued', 'r1', current_timestamp)";

    private final RegistryTables tables =
            RegistryTables.at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=50", "sa", "");
    private final FirstCome firstCome = new FirstCome(tables.jdbc());

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void saysWhoWasFirst() {
        assertThat(note()).isTrue();
        assertThat(note()).isFalse();
    }

    @Test
    void asksForAnotherAttemptWhenTheFirstOneTakesTooLong() {
        tables.inOne(() -> {
            firstCome.insert(NOTE, "4054BCDFGHY");
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(this::note).join())
                    .hasCauseInstanceOf(ResourceVersionConflictException.class);
            return null;
        });
        assertThat(note()).isFalse();
    }

    private boolean note() {
        return tables.inOne(() -> firstCome.insert(NOTE, "4054BCDFGHY"));
    }
}
