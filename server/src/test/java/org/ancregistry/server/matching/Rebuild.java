package org.ancregistry.server.matching;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the job that mends the match index takes to enter every woman of a registry anew, from her record as HAPI keeps
 * it. The records are copied into HAPI's tables, as a restored table would be.
 */
final class Rebuild {

    private static final long FIRST = 10_000_000;
    private static final int AT_ONCE = 20_000;

    private static final String RESOURCES = "insert into hfj_resource select (jsonb_populate_record(null::hfj_resource,"
            + " to_jsonb(t) || jsonb_build_object('res_id', w.id, 'fhir_id', w.id::text, 'hash_sha256', null))).*"
            + " from woman w, hfj_resource t where t.res_id = ?";
    private static final String VERSIONS = "insert into hfj_res_ver select (jsonb_populate_record(null::hfj_res_ver,"
            + " to_jsonb(t) || jsonb_build_object('pid', w.id, 'res_id', w.id, 'res_text_vc', w.body))).*"
            + " from woman w, hfj_res_ver t where t.res_id = ?";

    private final long seed;
    private final long women;
    private final IParser parser = FhirContext.forR4Cached().newJsonParser();

    Rebuild(long seed, long women) {
        this.seed = seed;
        this.women = women;
    }

    /** Fills a registry of its own, rebuilds its index and says how long that took. */
    String measured(TestPostgres postgres) {
        try (var registry = RunningRegistry.start(RunningRegistry.postgres(postgres))) {
            var jdbc = registry.bean(JdbcTemplate.class);
            jdbc.update(
                    "update housekeeping set due_at = ?",
                    Timestamp.from(Instant.now().plus(Duration.ofDays(1))));
            fill(registry, jdbc);
            var begun = Instant.now();
            var entered = registry.bean(MatchReconciling.class).pass();
            var took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
            return "%,10d women entered anew in %.0f s: %.0f in a second".formatted(entered, took, entered / took);
        }
    }

    private void fill(RunningRegistry registry, JdbcTemplate jdbc) {
        var like = registry.bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .create(patient(SyntheticMother.of(seed, 0)), new SystemRequestDetails())
                .getId()
                .getIdPartAsLong();
        jdbc.execute("create unlogged table woman (id bigint, body text)");
        for (var from = 0L; from < women; from += AT_ONCE) {
            var lines = LongStream.range(from, Math.min(women, from + AT_ONCE))
                    .mapToObj(number -> line(number, SyntheticMother.of(seed, number)))
                    .collect(Collectors.joining());
            jdbc.execute((Connection connection) -> copy(connection, lines));
        }
        jdbc.update(RESOURCES, like);
        jdbc.update(VERSIONS, like);
        jdbc.execute("vacuum analyze hfj_resource");
        jdbc.execute("vacuum analyze hfj_res_ver");
    }

    private String line(long number, SyntheticMother woman) {
        return (FIRST + number) + "\t"
                + parser.encodeResourceToString(patient(woman)).replace("\\", "\\\\") + "\n";
    }

    private static long copy(Connection connection, String lines) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy woman from stdin", new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Patient patient(SyntheticMother woman) {
        var said = SyntheticRegistry.row(woman).said();
        var patient = new Patient().setGender(AdministrativeGender.FEMALE);
        said.names().forEach(name -> patient.addName().setText(name.text()));
        if (said.birthDate() != null) {
            patient.setBirthDateElement(new DateType(said.birthDate().toString()));
        }
        if (said.phone() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(said.phone());
        }
        var address = said.address();
        if (address != null) {
            patient.addAddress().setText(address.text()).setDistrict(Objects.requireNonNullElse(address.region(), ""));
        }
        return patient;
    }
}
