package org.ancregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class StartIT {

    @TempDir
    private static Path folder;

    static Stream<RunningRegistry> bothDatabases() {
        return Stream.of(RunningRegistry.onH2(), RunningRegistry.onPostgres());
    }

    @ParameterizedTest
    @MethodSource("bothDatabases")
    void saysWhatItCanDo(RunningRegistry registry) {
        var capabilities = registry.client()
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute();

        assertThat(capabilities.getImplementation().getUrl()).isEqualTo(registry.fhirBase());
    }

    @Test
    void changesNothingOnASecondStartOnPostgres() {
        startsTwice(RunningRegistry.postgres(TestPostgres.shared()));
    }

    @Test
    void changesNothingOnASecondStartOnAnH2File() {
        startsTwice(Map.of("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("registry")));
    }

    private static void startsTwice(Map<String, String> database) {
        List<String> made;
        try (var first = RunningRegistry.start(database)) {
            made = schema(first);
        }
        try (var second = RunningRegistry.start(database)) {
            assertThat(made).anyMatch(column -> column.startsWith("hfj_resource."));
            assertThat(schema(second)).isEqualTo(made);
        }
    }

    /** Every column and every migration step there is. */
    private static List<String> schema(RunningRegistry registry) {
        var jdbc = registry.bean(JdbcTemplate.class);
        var columns = jdbc.queryForList("""
                select lower(table_name) || '.' || lower(column_name) || ' ' || data_type
                from information_schema.columns
                where lower(table_schema) = 'public' order by 1
                """, String.class);
        var steps = jdbc.queryForList("select count(*) || ' steps of HAPI' from \"FLY_HFJ_MIGRATION\"", String.class);
        return Stream.concat(columns.stream(), steps.stream()).toList();
    }
}
