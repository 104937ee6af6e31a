package org.ancregistry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Replays what was recorded on a real eSignet 1.8.0: same status, same headers that matter, same JSON shape. */
class ContractTest {

    private static final Map<String, Supplier<Object>> EXCHANGES = new TreeMap<>();

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage(SandboxSettings.esignet18().givingIndividualId());
        EXCHANGES.putAll(AuthorizeExchanges.on(stage));
        EXCHANGES.putAll(TokenExchanges.on(stage));
        EXCHANGES.putAll(UserinfoExchanges.on(stage));
        EXCHANGES.putAll(PushedExchanges.on(stage));
        EXCHANGES.putAll(ManagementExchanges.on(stage));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() {
        return EXCHANGES.entrySet().stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.getKey(), () -> {
                    stage.sandbox.reset();
                    Recording.of(exchange.getKey()).isLike(exchange.getValue().get());
                }));
    }

    @Test
    void leavesNoRecordingOut() throws IOException {
        try (var files = Files.walk(Recording.FOLDER)) {
            var recorded = files.filter(Files::isRegularFile)
                    .map(file -> Recording.FOLDER.relativize(file).toString())
                    .toList();
            assertThat(EXCHANGES).containsOnlyKeys(recorded);
        }
    }
}
