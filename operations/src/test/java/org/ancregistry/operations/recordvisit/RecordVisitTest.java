package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Medicine;
import org.ancregistry.operations.recordvisit.RecordVisit.NextAppointment;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class RecordVisitTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 10);

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final CaredFor cared = new CaredFor();
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final String nimali = givenNimali();
    private final List<ParametersParameterComponent> answers = new ArrayList<>();
    private final List<Medicine> medicines = new ArrayList<>();
    private String requestId = "r1";
    private Referral referral;
    private NextAppointment next;
    private Correction correction;

    @Test
    void writesAContactWithItsFindingsAndTheAgeOfThePregnancy() {
        healthy();
        var answer = visit("1");
        assertThat(text(answer, "version")).isEqualTo("2");
        var contact = records.all(Encounter.class).get(0);
        assertThat(contact.getExtension())
                .extracting(extension -> extension.getValue().primitiveValue())
                .containsExactly("1");
        assertThat(age().getValueQuantity().getValue()).isEqualByComparingTo("20.43");
        assertThat(records.all(Observation.class)).hasSize(3);
        assertThat(records.all(Provenance.class)).hasSize(1);
    }

    @Test
    void sendsHerOnAndAsksForFeedback() {
        healthy();
        referral = new Referral(Staff.HOSPITAL, true, "Raised blood pressure");
        next = new NextAppointment(new DateTimeType("2026-09-07T09:00:00+05:30"), null);
        medicines.add(new Medicine("Ferrous sulfate", "60 mg once a day", null));
        var answer = visit("1");
        assertThat(reference(answer, "referral")).startsWith("ServiceRequest/");
        assertThat(reference(answer, "appointment")).startsWith("Appointment/");
        assertThat(records.all(ServiceRequest.class).get(0).getPriority().toCode())
                .isEqualTo("urgent");
        assertThat(records.all(Task.class).get(0).getOwner().getReference()).isEqualTo(Staff.HOSPITAL);
        assertThat(records.all(Appointment.class).get(0).getEndElement().getValueAsString())
                .isEqualTo("2026-09-07T09:30:00+05:30");
        assertThat(records.all(MedicationStatement.class)
                        .get(0)
                        .getDosageFirstRep()
                        .getText())
                .isEqualTo("60 mg once a day");
    }

    @Test
    void saysAVeryHighPressureFirstWithTheReferralPrepared() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
        var answer = visit("1");
        assertThat(answer.getParameter().get(0).getName()).isEqualTo("risk-grade");
        assertThat(text(answer, "risk-grade")).isEqualTo("risk-grade-urgent");
        var prepared = answer.getParameter("prepared-referral");
        assertThat(Parts.text(prepared, "urgency")).isEqualTo("urgent");
        assertThat(Parts.text(prepared, "reason")).contains("Very high blood pressure");
        var gravest = answer.getParameters("assessment").get(0);
        assertThat(Parts.text(gravest, "rule")).isEqualTo("R-BP-SEVERE-1");
        assertThat(Parts.text(gravest, "version")).isEqualTo("1");
        assertThat(Parts.text(gravest, "outcome")).isEqualTo("met");
        assertThat(gravest.getPart())
                .filteredOn(part -> part.getName().equals("fact"))
                .extracting(part -> Parts.text(part, "field"))
                .contains("systolic", "diastolic");
    }

    @Test
    void keepsTheAssessmentWithTheFindingsBehindIt() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
        visit("1");
        var risk = records.all(RiskAssessment.class).get(0);
        assertThat(risk.getPredictionFirstRep().getOutcome().getCodingFirstRep().getCode())
                .isEqualTo("R-BP-SEVERE-1");
        assertThat(risk.getPredictionFirstRep()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("1");
        var evidence = risk.getBasisFirstRep().getReference();
        assertThat(records.read(Observation.class, evidence).orElseThrow().getComponent())
                .hasSize(2);
        assertThat(risk.getEncounter().getReference()).startsWith("Encounter/");
    }

    @Test
    void keepsWhatCannotWaitOpenUntilSheIsSentToHospital() {
        severe();
        var contact = reference(visit("1"), "contact");
        var issue = issues().get(0);
        assertThat(DetectedIssues.isOpen(issue)).isTrue();
        assertThat(issue.getCode().getCodingFirstRep().getCode()).isEqualTo("R-BP-SEVERE-1");
        assertThat(issue.getExtension().get(0).getValue().primitiveValue()).isEqualTo("1");
        assertThat(issue.getImplicatedFirstRep().getReference()).isEqualTo(contact);
        assertThat(issue.getEvidenceFirstRep().getDetail()).hasSize(1);
        next("r2");
        correction = new Correction(contact, false, "Sent to hospital");
        referral = new Referral(Staff.HOSPITAL, true, "Very high blood pressure");
        visit("2");
        assertThat(issues()).hasSize(1).noneMatch(DetectedIssues::isOpen);
        var done = issues().get(0).getMitigationFirstRep();
        assertThat(done.getAction().getCodingFirstRep().getCode()).isEqualTo("referred");
        assertThat(done.getAuthor().getReference()).isEqualTo("Practitioner/kumari");
    }

    @Test
    void leavesAnUrgentFindingOpenWhenOnlySomethingIsAdded() {
        severe();
        var contact = reference(visit("1"), "contact");
        next("r2");
        answer("haemoglobin", new Quantity().setValue(11).setCode("g/dL"));
        correction = new Correction(contact, false, "The laboratory called");
        visit("2");
        assertThat(issues()).hasSize(1).allMatch(DetectedIssues::isOpen);
    }

    @Test
    void endsAnUrgentFindingWhenSheIsSeenAgain() {
        severe();
        visit("1");
        next("r2");
        healthy();
        visit("2");
        assertThat(issues())
                .singleElement()
                .extracting(issue -> issue.getMitigationFirstRep()
                        .getAction()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("seen-again");
    }

    @Test
    void asksNoQuestionOfAWomanWhoIsSentToHospitalAtOnce() {
        answer("danger_convulsing", new BooleanType(true));
        referral = new Referral(Staff.HOSPITAL, true, "Convulsions");
        assertThat(text(visit("1"), "risk-grade")).isEqualTo("risk-grade-urgent");
        assertThat(issues())
                .singleElement()
                .extracting(issue -> issue.getMitigationFirstRep()
                        .getAction()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("referred");
    }

    @Test
    void asksOfARareValueWhetherItIsRightAndKeepsWhoConfirmedIt() {
        healthy();
        answer("weight", new Quantity().setValue(58).setCode("kg"));
        assertThat(visit("1").getParameters("unusual")).isEmpty();
        next("r2");
        healthy();
        answer("weight", new Quantity().setValue(70).setCode("kg"));
        var asked = visit("2").getParameters("unusual");
        assertThat(asked).singleElement().satisfies(rare -> {
            assertThat(Parts.text(rare, "field")).isEqualTo("weight");
            assertThat(Parts.text(rare, "question")).contains("58").contains("70");
        });
        next("r3");
        healthy();
        answer("weight", new Quantity().setValue(80).setCode("kg"));
        confirm();
        assertThat(visit("3").getParameters("unusual")).isEmpty();
        assertThat(confirmedBy("weight")).containsExactly("", "", "Practitioner/kumari");
    }

    @Test
    void confirmsTheReadingThatIsRareAndNotItsNeighbour() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(150));
        confirm();
        answer("diastolic", new IntegerType(85));
        confirm();
        visit("1");
        var pressure = records.all(Observation.class).stream()
                .filter(Observation::hasComponent)
                .findFirst()
                .orElseThrow();
        assertThat(pressure.getComponent().get(0).getExtension()).hasSize(1);
        assertThat(pressure.getComponent().get(1).getExtension()).isEmpty();
    }

    @Test
    void looksAtWhatEarlierContactsFound() {
        healthy();
        answer("rh", new CodeType("ANC.B9.DE31"));
        visit("1");
        next("r2");
        healthy();
        assertThat(text(visit("2"), "risk-grade")).isEqualTo("risk-grade-high");
    }

    @Test
    void judgesAnAddendumWithItsContact() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(150));
        answer("diastolic", new IntegerType(95));
        var first = visit("1");
        assertThat(text(first, "risk-grade")).isEqualTo("risk-grade-not-assessed");
        next("r2");
        answer("repeat_systolic", new IntegerType(165));
        answer("repeat_diastolic", new IntegerType(112));
        correction = new Correction(reference(first, "contact"), false, "Measured again after 15 minutes");
        var rules = visit("2").getParameters("assessment").stream()
                .filter(rule -> "met".equals(Parts.text(rule, "outcome")))
                .map(rule -> Parts.text(rule, "rule"))
                .toList();
        assertThat(rules).contains("R-HTN").doesNotContain("R-BP-REPEAT");
    }

    @Test
    void forgetsWhatIsStruckOutInTheSameAct() {
        healthy();
        answer("rh", new CodeType("ANC.B9.DE31"));
        var contact = reference(visit("1"), "contact");
        next("r2");
        healthy();
        correction = new Correction(contact, true, "Another woman's blood group");
        assertThat(text(visit("2"), "risk-grade")).isEqualTo("risk-grade-low");
    }

    @Test
    void answersARepeatAlikeAndWritesNothingMore() {
        healthy();
        var first = visit("1");
        var again = visit("1");
        assertThat(reference(again, "contact")).isEqualTo(reference(first, "contact"));
        assertThat(text(again, "repeated")).isEqualTo("true");
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void saysWhatChangedWhenSomebodyWroteMeanwhile() {
        healthy();
        visit("1");
        requestId = "r2";
        var outcome = Refused.outcomeOf(() -> visit("1"));
        var issue = outcome.getIssueFirstRep();
        assertThat(issue.getDetails().getCodingFirstRep().getCode()).isEqualTo("version-conflict");
        assertThat(issue.getDiagnostics()).contains("1 contacts now").contains("Practitioner/kumari");
        assertThat(issue.getExtensionFirstRep().getValue().primitiveValue()).isEqualTo("2");
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void asksForDangerSignsAndBloodPressureAtEveryContact() {
        var outcome = Refused.outcomeOf(() -> visit("1"));
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .contains("danger_none", "systolic");
    }

    @Test
    void addsToAnEarlierContactWithoutCountingItTwice() {
        healthy();
        var contact = reference(visit("1"), "contact");
        next("r2");
        answer("haemoglobin", new Quantity().setValue(11).setCode("g/dL"));
        correction = new Correction(contact, false, "The laboratory called later");
        visit("2");
        var addendum = records.all(Encounter.class).get(1);
        assertThat(addendum.getPartOf().getReference()).isEqualTo(contact);
        assertThat(Pregnancies.contacts(pregnancy())).isEqualTo(1);
        assertThat(lastReason()).isEqualTo("addendum");
    }

    @Test
    void strikesOutAContactWithAllThatWasFound() {
        healthy();
        var contact = reference(visit("1"), "contact");
        next("r2");
        correction = new Correction(contact, true, "Another woman's visit");
        visit("2");
        assertThat(records.all(Encounter.class).get(0).getStatus()).isEqualTo(EncounterStatus.ENTEREDINERROR);
        assertThat(records.all(Observation.class))
                .hasSize(3)
                .allMatch(observation -> observation.getStatus() == ObservationStatus.ENTEREDINERROR);
        assertThat(Pregnancies.contacts(pregnancy())).isZero();
        assertThat(lastReason()).isEqualTo("entered-in-error");
    }

    @Test
    void correctsNoContactOfAnotherWoman() {
        var other = records.given(new Encounter().setSubject(new Reference("Patient/another")));
        correction = new Correction(other, true, "Wrong");
        assertThat(Refused.problemOf(() -> visit("1"))).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void isOnlyForThoseWhoCareForHer() {
        healthy();
        assertThat(Refused.problemOf(() -> visit(Staff.anotherMidwife(), "1"))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> visit(Staff.doctor(), "1"))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> visit(Staff.mother(nimali), "1"))).isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void refusesAWomanWithoutAnOpenPregnancy() {
        var kamala = records.given(new Patient());
        cared.put(kamala, Staff.AREA);
        healthy();
        assertThat(Refused.problemOf(() -> visits().write(Staff.kumariTheMidwife(), asked(kamala, "1"))))
                .isEqualTo(Problem.NOT_FOUND);
    }

    private void healthy() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(118));
        answer("diastolic", new IntegerType(76));
    }

    private void severe() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
    }

    private void confirm() {
        answers.get(answers.size() - 1).addPart().setName("confirmed").setValue(new BooleanType(true));
    }

    /** Who confirmed each value of that field; empty where nobody did. */
    private List<String> confirmedBy(String field) {
        var code = Dictionary.anc().require(field).primary().code();
        return records.all(Observation.class).stream()
                .filter(found -> found.getCode().getCodingFirstRep().getCode().equals(code))
                .map(found -> found.getExtensionByUrl(Canon.extension("anc-confirmed-by")))
                .map(by -> by == null ? "" : ((Reference) by.getValue()).getReference())
                .toList();
    }

    private List<DetectedIssue> issues() {
        return records.all(DetectedIssue.class);
    }

    private void next(String id) {
        requestId = id;
        answers.clear();
    }

    private void answer(String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        answers.add(answer);
    }

    private Parameters visit(String basedOn) {
        return visit(Staff.kumariTheMidwife(), basedOn);
    }

    private Parameters visit(Caller caller, String basedOn) {
        return visits().write(caller, asked(nimali, basedOn));
    }

    private Visits visits() {
        var facts = new FactsInMemory();
        return new Visits(
                new Once(records, requests),
                new Reach(cared),
                records::activePregnancy,
                records,
                new VisitWriting(records, facts, new Assessing(RuleBook.shipped(), facts, records, clock), clock),
                clock);
    }

    private RecordVisit asked(String patient, String basedOn) {
        return new RecordVisit(
                requestId,
                requestId + basedOn,
                patient,
                basedOn,
                new DateTimeType("2026-08-10T09:30:00+05:30"),
                "field-clinic",
                answers,
                medicines,
                null,
                referral,
                next,
                correction);
    }

    private String givenNimali() {
        var mother = records.given(new Patient());
        cared.put(mother, Staff.AREA);
        records.given(Pregnancies.opened(
                mother, Staff.AREA, "Practitioner/kumari", new DateTimeType("2026-05-01").getValue()));
        return mother;
    }

    private EpisodeOfCare pregnancy() {
        return records.all(EpisodeOfCare.class).get(0);
    }

    private Observation age() {
        return records.all(Observation.class).stream()
                .filter(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("ANC.B6.DE17"))
                .findFirst()
                .orElseThrow();
    }

    private String lastReason() {
        var all = records.all(Provenance.class);
        return all.get(all.size() - 1).getReasonFirstRep().getCodingFirstRep().getCode();
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    /** Twenty weeks and three days on that day. */
    private final class FactsInMemory implements PregnancyFacts {

        @Override
        public Optional<LocalDate> date(String patient, String code) {
            return Optional.of(TODAY.plusDays(280 - 143));
        }

        @Override
        public List<Resource> foundSince(String patient, LocalDate day) {
            return records.all(Observation.class).stream()
                    .<Resource>map(Observation::copy)
                    .toList();
        }

        @Override
        public Optional<RiskAssessment> lastAssessment(String patient) {
            return records.all(RiskAssessment.class).stream()
                    .reduce((earlier, later) -> later)
                    .map(RiskAssessment::copy);
        }

        @Override
        public List<DetectedIssue> urgent(String patient) {
            return records.all(DetectedIssue.class).stream()
                    .filter(issue -> issue.getStatus() == DetectedIssueStatus.FINAL)
                    .map(DetectedIssue::copy)
                    .toList();
        }

        @Override
        public List<Resource> writtenAt(String patient, String contact) {
            return records.all(Observation.class).stream()
                    .filter(observation ->
                            contact.equals(observation.getEncounter().getReference()))
                    .<Resource>map(Observation::copy)
                    .toList();
        }
    }
}
