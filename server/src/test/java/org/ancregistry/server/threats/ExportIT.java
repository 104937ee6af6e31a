package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.operations.fhir.RecordConsents;
import org.ancregistry.operations.fhir.RecordConsents.Wish;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Test;

/** Bulk export goes through the same decision as reading, and only the program that asked fetches it. */
class ExportIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onH2());
    private static final Api API = new Api(VILLAGE.registry);
    private static final Pattern FILE = Pattern.compile("\"url\":\"([^\"]+)\"");

    private final Caller program = program("warehouse-" + UUID.randomUUID(), "system/*.rs");

    private static Caller program(String id, String scope) {
        return new Caller(
                id,
                Role.SYSTEM,
                null,
                Set.of(),
                Set.of(scope),
                id,
                Purpose.OPERATIONS,
                UUID.randomUUID().toString());
    }

    private static Answer begin(Caller caller, String path) {
        return API.send(caller, "GET", path, "", "Prefer", "respond-async");
    }

    private static String path(String url) {
        return url.substring(VILLAGE.registry.fhirBase().length() + 1);
    }

    private List<String> files(Caller caller, String path) {
        var begun = begin(caller, path);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        var manifest = API.get(caller, path(begun.header("Content-Location")));
        assertThat(manifest.status()).as(manifest.body()).isEqualTo(200);
        assertThat(manifest.body()).contains("\"transactionTime\"", "\"requiresAccessToken\":true", "\"error\":[]");
        return FILE.matcher(manifest.body())
                .results()
                .map(found -> path(found.group(1)))
                .toList();
    }

    @Test
    void givesAFileOfLinesForEachType() {
        var files = files(program, "Patient/$export?_type=Patient,Observation");
        assertThat(files).hasSize(2);
        var observations = API.get(program, files.get(0));
        assertThat(observations.header("Content-Type")).startsWith("application/fhir+ndjson");
        assertThat(observations.body().split("\n", -1))
                .anyMatch(line -> line.contains(VILLAGE.nimali.weight().substring(12)))
                .allMatch(line -> line.isEmpty() || line.startsWith("{\"resourceType\":\"Observation\""));
        assertThat(API.get(program, files.get(1)).body()).contains(VILLAGE.nimali.phn(), VILLAGE.fathima.phn());
    }

    @Test
    void leavesOutWhatTheProgramMayNotReadOneByOne() {
        var closed = VILLAGE.mother(VILLAGE.phm1);
        var violence = VILLAGE.condition(VILLAGE.nimali.patient(), "T74.1");
        var files = files(program, "$export?_type=Condition,Patient");
        var consent = new RecordConsents(closed.patient(), VILLAGE.phm1, DateTimeType.now())
                .verified(
                        new Wish(Sharing.OWN_AREA, List.of()), UUID.randomUUID().toString(), Instant.now());
        consent.setId((String) null);
        VILLAGE.save(consent);
        assertThat(API.get(program, files.get(0)).body())
                .contains(id(VILLAGE.nimali.condition()))
                .doesNotContain(id(violence))
                .doesNotContain(id(closed.condition()));
        assertThat(API.get(program, files.get(1)).body())
                .contains(VILLAGE.nimali.phn())
                .doesNotContain(closed.phn());
    }

    private static String id(String reference) {
        return "\"id\":\"" + reference.substring(reference.indexOf('/') + 1) + "\"";
    }

    @Test
    void onlyTheProgramThatAskedFetchesIt() {
        var begun = begin(program, "Patient/$export?_type=Patient");
        var status = path(begun.header("Content-Location"));
        var other = program("other-" + UUID.randomUUID(), "system/*.rs");
        assertThat(API.get(program, status).status()).isEqualTo(200);
        assertThat(API.get(other, status).body())
                .isEqualTo(API.get(other, status.replaceAll("_job=.*", "_job=none"))
                        .body());
        assertThat(API.get(other, status).refusal()).isEqualTo("404 not-found");
        assertThat(API.get(other, status + "&_file=Patient").refusal()).isEqualTo("404 not-found");
        assertThat(API.getWithout(status).status()).isEqualTo(401);
    }

    @Test
    void aProgramExportsNoTypeBeyondItsScopes() {
        var narrow = program("narrow-" + UUID.randomUUID(), "system/Patient.rs");
        assertThat(begin(narrow, "$export?_type=Observation").refusal()).isEqualTo("403 forbidden");
        assertThat(files(narrow, "$export")).hasSize(1).allMatch(file -> file.endsWith("_file=Patient"));
        assertThat(begin(VILLAGE.midwife(VILLAGE.phm1), "Patient/$export").refusal())
                .isEqualTo("403 forbidden");
        assertThat(begin(VILLAGE.herself(VILLAGE.nimali), "$export").refusal()).isEqualTo("403 forbidden");
    }

    @Test
    void saysWhatItDoesNotDo() {
        assertThat(API.get(program, "Patient/$export").refusal()).isEqualTo("400 bad-request");
        for (var query : List.of("_typeFilter=Patient%3Fname%3Dx", "_outputFormat=text/csv", "_since=yesterday")) {
            assertThat(begin(program, "Patient/$export?" + query).refusal())
                    .as(query)
                    .isEqualTo("400 bad-request");
        }
    }

    @Test
    void takesOnlyWhatWasChangedSince() {
        var files = files(program, "Patient/$export?_type=Patient&_since=2999-01-01T00:00:00Z");
        assertThat(API.get(program, files.get(0)).body()).isEmpty();
    }

    @Test
    void eachWomanSeesThatHerRecordWasTakenOut() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        API.get(program, files(program, "Patient/$export?_type=Patient").get(0));
        assertThat(API.get(VILLAGE.herself(mother), "AuditEvent").body()).contains(program.id());
    }
}
