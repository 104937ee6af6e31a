package org.ancregistry.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ancregistry.server.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** The figures of so short a run mean nothing; that there are figures, and no errors among them, does. */
class BenchIT {

    @Test
    void measuresEveryActWithoutAnError() {
        var printed = new ByteArrayOutputStream();
        var bench = new Bench(Options.of("--quick"), new PrintStream(printed, true, StandardCharsets.UTF_8));

        var rows = bench.run(TestPostgres.shared());

        assertThat(rows).extracting(Row::contest).contains("$register-anc", "$anc-summary", "read of a Patient");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.tally().errors()).isEmpty();
            assertThat(row.tally().requests()).isPositive();
        });
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("ready after", "resident", "goal")
                .doesNotContain("Nimali");
    }
}
