package org.ancregistry.interceptors.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditEventsTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00.120Z");
    private static final String BASE = "https://registry.example/fhir";
    private final AuditEvents events = new AuditEvents(Clock.fixed(NOW, ZoneOffset.UTC));

    private static final Caller DOCTOR = new Caller(
            "Practitioner/12", Role.DOCTOR, "Organization/3", Set.of(), Set.of(), "anc-clinic", Purpose.TREATMENT, "t");
    private static final Caller PROGRAM =
            new Caller("dhis2-agent", Role.SYSTEM, null, Set.of(), Set.of(), "dhis2-agent", Purpose.TREATMENT, "t");

    private static Audited by(@Nullable Caller caller, String interaction, @Nullable String operation) {
        return new Audited(
                "request-1", interaction, operation, null, "Patient?identifier=***", caller, null, "10.0.0.7", BASE);
    }

    private static AuditEvent read(AuditRecord record) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, record.resource());
    }

    @ParameterizedTest
    @EnumSource(Balp.class)
    void writesTheJsonThatFhirItselfWouldWrite(Balp pattern) throws JsonProcessingException {
        for (var caller : new Caller[] {DOCTOR, PROGRAM, null}) {
            var record = events.record(
                    by(caller, "read", "$anc-summary"),
                    pattern,
                    "Patient/7",
                    List.of("Observation/8", "Condition/9"),
                    AuditEventOutcome._4,
                    "not-in-care");
            var json = new ObjectMapper();
            var asFhirWritesIt = FHIR.newJsonParser().encodeResourceToString(read(record));
            assertThat(json.readTree(record.resource())).isEqualTo(json.readTree(asFhirWritesIt));
        }
    }

    @Test
    void saysWhoReadWhatWhereAndWhy() {
        var record = events.record(
                by(DOCTOR, "read", null), Balp.READ, "Patient/7", List.of("Observation/8"), AuditEventOutcome._0, null);
        var event = read(record);
        assertThat(event.getIdElement().getIdPart()).isEqualTo(record.id());
        assertThat(event.getRecorded().toInstant()).isEqualTo(NOW).isEqualTo(record.recorded());
        assertThat(event.getAction()).isEqualTo(AuditEventAction.R);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientRead");
        var client = event.getAgent().get(0);
        assertThat(client.getWho().getDisplay()).isEqualTo("anc-clinic");
        assertThat(client.getNetwork().getAddress()).isEqualTo("10.0.0.7");
        assertThat(client.getNetwork().getType()).isEqualTo(AuditEventAgentNetworkType._2);
        var person = event.getAgent().get(2);
        assertThat(person.getRequestor()).isTrue();
        assertThat(person.getWho().getReference()).isEqualTo("Practitioner/12");
        assertThat(person.getPurposeOfUseFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("TREAT");
        assertThat(event.getAgent().get(3).getWho().getReference()).isEqualTo("Organization/3");
        assertThat(event.getEntity().stream()
                        .filter(entity -> entity.getWhat().hasReference())
                        .map(entity -> entity.getWhat().getReference()))
                .containsExactly("Patient/7", "Observation/8");
        assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue())
                .isEqualTo("request-1");
    }

    @Test
    void keepsTheQuestionOfASearchAndTheReasonOfARefusal() {
        var event = read(events.record(
                by(null, "search-type", null), Balp.QUERY, null, List.of(), AuditEventOutcome._4, "no-token"));
        assertThat(event.getOutcomeDesc()).isEqualTo("no-token");
        assertThat(event.getAgent()).hasSize(2);
        assertThat(event.getEntity().get(1).getQuery())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(BASE + "/Patient?identifier=***");
    }

    @Test
    void namesAProgramByItsClientId() {
        var event = read(events.record(
                by(PROGRAM, "read", null), Balp.READ, "Patient/7", List.of(), AuditEventOutcome._0, null));
        assertThat(event.getAgent().get(2).getWho().getIdentifier().getValue()).isEqualTo("dhis2-agent");
    }

    @Test
    void namesNoOtherWomanInHerTrail() {
        var ofHer =
                new Audited("request-1", "operation", "$anc-summary", "Patient/7", "", DOCTOR, null, "10.0.0.7", BASE);
        assertThat(ofHer.touched("Patient/7")).isEmpty();
        assertThat(ofHer.touched("Patient/8")).as("who was in the answer, too").isEmpty();
        assertThat(ofHer.touched(null)).as("of nobody shown").containsExactly("Patient/7");
        var ofTask = new Audited("request-1", "read", null, "Task/3", "", DOCTOR, null, "10.0.0.7", BASE);
        assertThat(ofTask.touched("Patient/7")).containsExactly("Task/3");
    }
}
