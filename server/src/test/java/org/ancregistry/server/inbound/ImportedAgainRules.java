package org.ancregistry.server.inbound;

import static org.ancregistry.server.inbound.ImportDesk.patient;
import static org.ancregistry.server.inbound.ImportDesk.said;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.rules.GradeDecision;
import org.ancregistry.domain.rules.RiskGrade;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of a record when another system brings more of it, or says it otherwise, on whichever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportedAgainRules {

    private static final String WHO = "http://smart.who.int/anc";
    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    private final ImportDesk desk = ImportDesk.at(registry());

    abstract RunningRegistry registry();

    @Test
    void keepsTheDueDateWhenTheRegistrationIsCorrected() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        var due = standing(patient, "ANC.B6.DE22");
        sent.value("TRkCMVFhrmr").put("valueInteger", 4);
        assertThat(said(desk.taken(sent.json()), AgentBundle.REGISTRATION)).contains("corrected");
        assertThat(standing(patient, "ANC.B6.DE24")).containsExactly("4");
        assertThat(due).hasSize(1);
        assertThat(standing(patient, "ANC.B6.DE22")).isEqualTo(due);
        assertThat(desk.problems(patient)).isEmpty();
    }

    @Test
    void storesACorrectedHaemoglobinThatTheAgentWritesUnderANameOfItsOwn() {
        var sent = new AgentBundle();
        var haemoglobin = sent.addToVisit("cw35l7X4hnV", "http://snomed.info/sct", "104718002");
        haemoglobin.put("valueDecimal", 10.4);
        var patient = patient(desk.taken(sent.json()));
        haemoglobin.put("valueDecimal", 6.4);
        desk.taken(sent.json());
        assertThat(standing(patient, "ANC.B9.DE186")).containsExactly("6.4");
    }

    @Test
    void judgesALaterContactAnewWhenAnEarlierOneIsCorrected() {
        var sent = new AgentBundle();
        var haemoglobin = sent.addToVisit("cw35l7X4hnV", "http://snomed.info/sct", "104718002");
        haemoglobin.put("valueDecimal", 6.4);
        var patient = patient(desk.taken(sent.json()));
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO), 118);
        desk.taken(sent.json());
        var before = newestRules(patient);
        assertThat(before).contains("R-ANAEMIA-SEVERE");
        haemoglobin.put("valueDecimal", 12.4);
        desk.taken(sent.json());
        assertThat(newestRules(patient)).doesNotContain("R-ANAEMIA-SEVERE");
        assertThat(desk.problems(patient)).isEmpty();
    }

    private List<String> newestRules(String patient) {
        var newest =
                registry().bean(PregnancyFacts.class).lastAssessment(patient).orElseThrow();
        return newest.getPrediction().stream()
                .map(rule -> rule.getOutcome().getCodingFirstRep().getCode())
                .toList();
    }

    @Test
    void readsNoYesWhereItIsSaidThatNothingIsKnown() {
        var sent = new AgentBundle();
        sent.addToVisit("xTsKEMPT2so", "http://snomed.info/sct", "249045009")
                .putObject("dataAbsentReason")
                .put("text", "not listened for");
        var answer = desk.taken(sent.json());
        assertThat(said(answer, sent.entry("xTsKEMPT2so")))
                .contains("undecidable")
                .doesNotContain("code-mapped");
        assertThat(desk.asJson(patient(answer))).contains("Ask her").contains("Fetal heart sounds");
        assertThat(desk.record(patient(answer), Observation.class))
                .flatExtracting(one -> one.getCode().getCoding())
                .extracting(coding -> coding.getCode())
                .doesNotContain("fhr_present");
    }

    @Test
    void takesABundleWithoutAnyEvent() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        var versions = desk.record(patient).size();
        var entries = sent.entries();
        while (entries.size() > 2) {
            entries.remove(entries.size() - 1);
        }
        var other = sent.json().replace("M5zQapPyTZI", AgentBundle.uid());
        assertThat(patient(desk.taken(other))).isEqualTo(patient);
        entries.remove(1);
        ((ObjectNode) sent.resource(AgentBundle.MOTHER).get("telecom").get(0)).put("value", "+94710000000");
        assertThat(patient(desk.taken(sent.json()))).isEqualTo(patient);
        assertThat(desk.record(patient)).hasSizeGreaterThanOrEqualTo(versions);
    }

    @Test
    void keepsWhatCannotWaitOpenUntilSheIsSeenAgain() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        var visit = AgentBundle.uid();
        sent.addVisit(visit, LocalDate.now(COLOMBO), 172);
        desk.taken(sent.json());
        assertThat(issues(patient)).hasSize(1).allMatch(DetectedIssues::isOpen);
        assertThat(desk.problems(patient)).isEmpty();
        sent.resource(sent.entries().size() - 1).put("valueInteger", 118);
        desk.taken(sent.json());
        assertThat(issues(patient))
                .extracting(DetectedIssue::getStatus)
                .containsExactly(DetectedIssueStatus.ENTEREDINERROR);
    }

    @Test
    void endsWhatALaterEventJudgesAnew() {
        var sent = new AgentBundle();
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO).minusDays(5), 172);
        sent.addToVisit("QMCuOLLRHHD", "http://snomed.info/sct", "271650006").put("valueInteger", 80);
        var patient = patient(desk.taken(sent.json()));
        assertThat(issues(patient)).hasSize(1).noneMatch(DetectedIssues::isOpen);
        assertThat(desk.problems(patient)).isEmpty();
    }

    @Test
    void keepsAGradeThatAClinicianRaised() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        var facts = registry().bean(PregnancyFacts.class);
        var assessment = facts.lastAssessment(patient).orElseThrow();
        Grades.decide(
                assessment,
                new GradeDecision(Grades.standing(assessment), RiskGrade.HIGH, "Lives alone"),
                "Practitioner/kumari",
                DateTimeType.now());
        update(assessment);
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO), 118);
        desk.taken(sent.json());
        var newest = facts.lastAssessment(patient).orElseThrow();
        assertThat(newest.getIdElement().getIdPart())
                .isNotEqualTo(assessment.getIdElement().getIdPart());
        assertThat(Grades.standing(newest)).isEqualTo(RiskGrade.HIGH);
    }

    @Test
    void leavesANumberToTheSupervisorWhoIsDeciding() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(withoutNumber(sent)));
        var answer = desk.taken(sent.json());
        assertThat(patient(answer)).isEqualTo(patient);
        assertThat(said(answer, AgentBundle.MOTHER)).contains("phn-to-decide");
        assertThat(desk.record(patient, Patient.class).get(0).getIdentifier())
                .extracting(identifier -> identifier.getSystem())
                .doesNotContain(PHN);
    }

    @Test
    void findsHerByANumberOnARecordThatIsLinkedToHers() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(withoutNumber(sent)));
        var imported = desk.record(patient, Patient.class).get(0);
        var numbered = imported.copy();
        numbered.setId((String) null);
        numbered.setMeta(null);
        numbered.getIdentifier().clear();
        numbered.addIdentifier().setSystem(PHN).setValue(sent.phn);
        numbered.setId(
                dao(numbered).create(numbered, new SystemRequestDetails()).getId());
        assertThat(desk.toTheBase(sent.json()).refusal()).isEqualTo("422 import-refused");
        LinkedRecords.join(imported, numbered);
        update(numbered);
        update(imported);
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO), 118);
        assertThat(patient(desk.taken(sent.json()))).isEqualTo(patient);
        assertThat(desk.record(patient, EpisodeOfCare.class)).hasSize(1);
        assertThat(desk.record(patient, Encounter.class))
                .filteredOn(contact -> contact.getStatus() == EncounterStatus.FINISHED)
                .hasSize(3);
    }

    @Test
    void refusesEventsOfTwoPregnanciesInOneBundle() {
        var sent = new AgentBundle();
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO).minusYears(2), 118);
        var refused = desk.toTheBase(sent.json());
        assertThat(refused.refusal()).isEqualTo("422 import-refused");
        assertThat(ImportDesk.outcome(refused).getIssue())
                .extracting(issue -> issue.getDetails().hasCoding(ImportDesk.FINDINGS, "another-pregnancy"))
                .contains(true);
        assertThat(desk.registeredAs(sent.registrationNumber)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithEveryEventAtOnce() {
        var sent = new AgentBundle();
        sent.value("Y3xF4qecAVw").put("valueInteger", 900);
        sent.value("NPnDmeGBLsl").put("valueInteger", 3);
        var refused = desk.toTheBase(sent.json());
        assertThat(ImportDesk.outcome(refused).getIssue())
                .flatExtracting(issue -> issue.getExpression())
                .extracting(place -> place.getValue())
                .contains("Bundle.entry[19].resource.value", "Bundle.entry[14].resource.value");
    }

    private static String withoutNumber(AgentBundle sent) {
        return sent.json().replace("\"" + sent.phn + "\"", "null").replace("|" + sent.phn, "|null");
    }

    private List<DetectedIssue> issues(String patient) {
        return desk.record(patient, DetectedIssue.class);
    }

    private void update(Resource resource) {
        dao(resource).update(resource, new SystemRequestDetails());
    }

    private <R extends Resource> IFhirResourceDao<R> dao(R resource) {
        return registry().bean(DaoRegistry.class).getResourceDao(resource);
    }

    /** What the findings under that code say that are not struck out. */
    private List<String> standing(String patient, String code) {
        return desk.record(patient, Observation.class).stream()
                .filter(one -> one.getStatus() != ObservationStatus.ENTEREDINERROR)
                .filter(one -> one.getCode().hasCoding(WHO, code))
                .map(one -> one.hasValueQuantity()
                        ? one.getValueQuantity().getValue().toPlainString()
                        : one.getValue().primitiveValue())
                .toList();
    }
}
