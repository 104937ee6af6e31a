package org.ancregistry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ancregistry.server.matching.LookUps.Figures;
import org.ancregistry.server.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * How well women who prove who they are are found among synthetic records by the search that the registry uses, on
 * PostgreSQL. The figures are the same every time, and docs/matching.md says them.
 */
class MatchingQualityIT {

    private static final long SEED = 20_261_128;
    private static final long WOMEN = 5_000;
    private static final int LOOK_UPS = 2_000;

    @Test
    void findsHerAndTakesNobodyElseForHer() throws IOException {
        var postgres = TestPostgres.shared();
        try (var registry = new SyntheticRegistry(postgres.newDatabase(), postgres.user(), SEED, WOMEN)) {
            registry.fill();
            LookUps.census(registry);
            var withNumber = new LookUps(registry, true).measure(LOOK_UPS, 0);
            var without = new LookUps(registry, false).measure(LOOK_UPS, 0);

            assertThat(withNumber.found()).isGreaterThanOrEqualTo(0.997);
            assertThat(withNumber.probable()).isGreaterThanOrEqualTo(0.98);
            assertThat(withNumber.wrong()).isZero();
            assertThat(without.found()).isGreaterThanOrEqualTo(0.994);
            assertThat(without.probable()).isGreaterThanOrEqualTo(0.96);
            assertThat(without.wrong()).isZero();
            assertThat(said()).contains(row(withNumber), row(without));
        }
    }

    private static String said() throws IOException {
        return Files.readString(Path.of("../docs/matching.md"));
    }

    /** As a line of the table in the documentation. */
    private static String row(Figures figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.4f | %.4f | %.4f | %d of %d |",
                figures.withNumbers() ? "with her national ID number" : "without it",
                figures.found(),
                figures.top(),
                figures.probable(),
                figures.certain(),
                figures.precisionOfProbable(),
                figures.wrong(),
                figures.certainAnswers());
    }
}
