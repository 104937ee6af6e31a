package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.AppPermissionTrail;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CardTrail;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onPostgres();
    private static final Village VILLAGE = new Village(REGISTRY);
    private static final Api API = new Api(REGISTRY);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final JdbcTemplate jdbc = REGISTRY.bean(JdbcTemplate.class);
    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Village.Mother nimali = VILLAGE.nimali;

    @Test
    void aReadIsOneEventThatNamesWhoAndWhom() {
        var row = only(API.get(midwife, nimali.patient()));
        assertThat(row)
                .containsEntry("action", "R")
                .containsEntry("outcome", "0")
                .containsEntry("agent", VILLAGE.practitioner)
                .containsEntry("role", "midwife")
                .containsEntry("facility", VILLAGE.moh)
                .containsEntry("purpose", "TREAT")
                .containsEntry("patient", nimali.patient());
    }

    @Test
    void anEventHasTheShapeThatBalpAsksFor() {
        var event = event(only(API.get(midwife, nimali.weight())));
        assertThat(event.getMeta().getProfile().get(0).getValue())
                .isEqualTo("https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead");
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getAgent().stream()
                        .map(agent -> agent.getType().getCodingFirstRep().getCode()))
                .containsExactly("110152", "110153", "IRCP", "PROV");
        assertThat(event.getAgent().get(2).getWho().getReference()).isEqualTo(VILLAGE.practitioner);
        assertThat(event.getEntity().stream().map(entity -> entity.getWhat().getReference()))
                .contains(nimali.patient(), nimali.weight());
    }

    @Test
    void aSearchIsOneEventForEachWomanFound() {
        var rows = rows(API.get(midwife, "EpisodeOfCare?_include=EpisodeOfCare:patient&_count=50"));
        assertThat(rows)
                .extracting("patient")
                .contains(nimali.patient())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(rows).extracting("action").containsOnly("E");
    }

    @Test
    void aSearchThatFindsNobodyIsAnEventToo() {
        var row = only(API.get(midwife, "Observation?patient=" + nimali.id() + "&code=nothing"));
        assertThat(row).containsEntry("patient", null).containsEntry("action", "E");
    }

    @Test
    void theTrailKeepsNoNameAndNoNumber() {
        var doctor = VILLAGE.doctor(VILLAGE.clinic);
        var row = only(API.get(
                doctor,
                "Patient?identifier=" + Village.PHN_SYSTEM + "%7C" + nimali.phn()
                        + "&name=Perera&birthdate=1999-01-02"));
        var query = event(row).getEntity().stream()
                .filter(entity -> entity.hasQuery())
                .map(entity -> new String(entity.getQuery(), StandardCharsets.UTF_8))
                .findFirst();
        assertThat(query)
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("birthdate=***&identifier=***&name=***")
                        .doesNotContain(nimali.phn())
                        .doesNotContain("Perera")
                        .doesNotContain("1999"));
        var typed = only(API.get(midwife, "Patient/199912345678"));
        assertThat((String) typed.get("resource")).doesNotContain("199912345678");
    }

    @Test
    void aRefusalIsAnEvent() {
        var refused = only(API.get(midwife, VILLAGE.fathima.patient()));
        assertThat(refused)
                .containsEntry("outcome", "4")
                .containsEntry("agent", VILLAGE.practitioner)
                .containsEntry("patient", VILLAGE.fathima.patient());
        assertThat(event(refused).getOutcomeDesc()).isEqualTo("not-found");
        assertThat(event(only(API.get(midwife, "Observation"))).getOutcomeDesc())
                .isEqualTo("forbidden");
        var stranger = only(API.getWithout(nimali.patient()));
        assertThat(stranger).containsEntry("outcome", "4").containsEntry("agent", null);
        assertThat(event(stranger).getOutcomeDesc()).isEqualTo("sign-in");
    }

    @Test
    void aWriteIsAnEventInTheSameTransaction() {
        var row = only(API.post(VILLAGE.system(), "Observation", weight(nimali.patient())));
        assertThat(row)
                .containsEntry("action", "C")
                .containsEntry("outcome", "0")
                .containsEntry("agent", "backend")
                .containsEntry("patient", nimali.patient());
        assertThat(event(row).getEntity().stream()
                        .map(entity -> entity.getWhat().getReference()))
                .anyMatch(reference -> reference != null && reference.startsWith("Observation/"));
    }

    @Test
    void aWriteThatIsRolledBackLeavesNoEvent() {
        var before = createdFor(nimali.patient());
        var transaction = new TransactionTemplate(REGISTRY.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            VILLAGE.weight(nimali.patient());
            status.setRollbackOnly();
        });
        assertThat(createdFor(nimali.patient())).isEqualTo(before);
        VILLAGE.weight(nimali.patient());
        assertThat(createdFor(nimali.patient())).isEqualTo(before + 1);
    }

    @Test
    void aWriteThatCannotBeWrittenDownIsNotDone() {
        var weights = weightsOf(nimali);
        var weight = weight(nimali.patient());
        jdbc.execute("alter table audit_event rename to audit_event_away");
        try {
            assertThat(API.post(VILLAGE.system(), "Observation", weight).status())
                    .isEqualTo(500);
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> VILLAGE.weight(nimali.patient()));
        } finally {
            jdbc.execute("alter table audit_event_away rename to audit_event");
        }
        assertThat(weightsOf(nimali)).isEqualTo(weights);
    }

    @Test
    void aRequestWithALongIdDoesNotHoldUpTheTrail() {
        API.getWithout("Patient/" + "x".repeat(150), "X-Request-ID", "i".repeat(150));
        API.getWithout("Patient/" + "x".repeat(64), "X-Request-ID", "i".repeat(64));
        assertThat(only(API.get(midwife, nimali.patient()))).containsEntry("action", "R");
        assertThat(jdbc.queryForList("select patient from audit_event where request_id = ?", "i".repeat(64)))
                .hasSize(2);
    }

    @Test
    void aReadIsWrittenDownWhenTheTrailIsBack() {
        jdbc.execute("alter table audit_event rename to audit_event_away");
        Answer read;
        try {
            read = API.get(midwife, nimali.patient());
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> REGISTRY.bean(AuditOutbox.class).deliver());
        } finally {
            jdbc.execute("alter table audit_event_away rename to audit_event");
        }
        assertThat(read.status()).isEqualTo(200);
        assertThat(only(read)).containsEntry("action", "R").containsEntry("patient", nimali.patient());
    }

    @Test
    void aMotherSeesWhoLookedAtHerRecordAndNobodyElsesTrail() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        API.get(midwife, mother.weight());
        var trail = API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.patient());
        assertThat(trail.status()).as(trail.body()).isEqualTo(200);
        assertThat(trail.body()).contains(VILLAGE.practitioner).contains(mother.weight());
        assertThat(API.get(VILLAGE.herself(mother), "AuditEvent").body()).contains(mother.weight());
        assertThat(API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + nimali.patient())
                        .status())
                .isEqualTo(403);
        assertThat(API.get(VILLAGE.supervisor(), "AuditEvent?patient=" + mother.patient())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatSheTakesBackFromAnAppIsHersInTheTrail() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        REGISTRY.bean(AppPermissionTrail.class).ended(mother.patient(), "growth-charts");
        var trail = API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.patient());
        assertThat(trail.body()).contains("\"end-app\"", "growth-charts", "\"" + mother.patient() + "\"");
    }

    @Test
    void aCardThatWasPrintedIsHersInTheTrailAsThatAndNotAsARead() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        REGISTRY.bean(CardTrail.class).shown(midwife, mother.patient());
        var trail = API.get(VILLAGE.herself(mother), "AuditEvent?patient=" + mother.patient());
        assertThat(trail.body()).contains("\"print-card\"", VILLAGE.practitioner, "\"" + mother.patient() + "\"");
    }

    @Test
    void aMothersTrailComesInPages() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        for (var i = 0; i < 3; i++) {
            API.get(midwife, mother.weight());
        }
        var page = API.get(VILLAGE.herself(mother), "AuditEvent?_count=2");
        assertThat(FHIR.newJsonParser().parseResource(Bundle.class, page.body()).getEntry())
                .hasSize(2);
        assertThat(page.body()).contains("_offset=2");
    }

    private int createdFor(String patient) {
        var count = jdbc.queryForObject(
                "select count(*) from audit_event where action = 'C' and patient = ?", Integer.class, patient);
        return count == null ? 0 : count;
    }

    private static int weightsOf(Village.Mother mother) {
        var found = REGISTRY.bean(DaoRegistry.class)
                .getResourceDao(Observation.class)
                .searchForResources(
                        SearchParameterMap.newSynchronous().add("patient", new ReferenceParam(mother.patient())),
                        new SystemRequestDetails());
        return found.size();
    }

    private static String weight(String patient) {
        var weight = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(patient))
                .setEncounter(new Reference(VILLAGE.checkIn(patient, VILLAGE.clinic, 0)))
                .setEffective(DateTimeType.now())
                .addPerformer(new Reference(VILLAGE.practitioner))
                .setValue(new Quantity(null, 54, "http://unitsofmeasure.org", "kg", "kg"));
        weight.getMeta().addProfile("https://ancregistry.org/fhir/StructureDefinition/anc-observation");
        weight.getCode().addCoding().setSystem("http://smart.who.int/anc").setCode("ANC.B8.DE3");
        return FHIR.newJsonParser().encodeResourceToString(weight);
    }

    private Map<String, Object> only(Answer answer) {
        var rows = rows(answer);
        assertThat(rows).as(answer.body()).hasSize(1);
        return rows.get(0);
    }

    private List<Map<String, Object>> rows(Answer answer) {
        REGISTRY.bean(AuditOutbox.class).deliver();
        return jdbc.queryForList("select * from audit_event where request_id = ?", answer.header("X-Request-ID"));
    }

    private static AuditEvent event(Map<String, Object> row) {
        return FHIR.newJsonParser().parseResource(AuditEvent.class, (String) row.get("resource"));
    }
}
