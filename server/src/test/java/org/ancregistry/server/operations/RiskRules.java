package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** What the clinical rules do when a contact is written, asked for or graded, on whichever database. */
abstract class RiskRules {

    private final Clinic clinic = new Clinic(registry());

    abstract RunningRegistry registry();

    @Test
    void storesWhatCannotWaitWithItsEvidenceUntilSheIsReferred() {
        var nimali = registered("Nimali Perera");
        var asked = contact(nimali.version, 172, 114);
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, asked);
        assertThat(visit.getParameter().get(0).getName()).isEqualTo("risk-grade");
        assertThat(Clinic.text(visit, "risk-grade")).isEqualTo("risk-grade-urgent");
        assertThat(visit.getParameter("prepared-referral")).isNotNull();
        var issue = issues(nimali.patient).get(0);
        assertThat(issue.hasMitigation()).isFalse();
        assertThat(issue.getCode().getCodingFirstRep().getCode()).isEqualTo("R-BP-SEVERE-1");
        assertThat(issue.getEvidenceFirstRep().getDetailFirstRep().getReference())
                .startsWith("Observation/");

        var referral = addendum(Clinic.text(visit, "version"), Clinic.reference(visit, "contact"));
        var sent = referral.addParameter().setName("referral");
        sent.addPart().setName("to").setValue(new Reference(clinic.hospital));
        sent.addPart().setName("urgency").setValue(new CodeType("urgent"));
        sent.addPart().setName("reason").setValue(new StringType("Very high blood pressure"));
        clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, referral);
        assertThat(issues(nimali.patient))
                .singleElement()
                .satisfies(answered -> assertThat(answered.getMitigationFirstRep()
                                .getAction()
                                .getCodingFirstRep()
                                .getCode())
                        .isEqualTo("referred"));
        assertThat(clinic.problemsIn(nimali.patient)).isEmpty();
    }

    @Test
    void asksForATetanusDoseAfterDosesOfLongAgoUntilOneIsGiven() {
        var asked = clinic.registration(Clinic.id(), Clinic.woman("Vaccinated Before"));
        Clinic.answer(asked, "ttcv_history", new CodeType("ANC.B6.DE102"));
        Clinic.answer(asked, "tt1_date", new DateType("2021-05-03"));
        Clinic.answer(asked, "tt3_date", new DateType("2022-06-01"));
        var registered = clinic.ask(clinic.midwife, "$register-anc", asked);
        var patient = Clinic.reference(registered, "patient");
        assertThat(summary(patient, Immunization.class))
                .extracting(
                        dose -> dose.getOccurrenceDateTimeType().getValueAsString(),
                        dose -> dose.getProtocolAppliedFirstRep()
                                .getDoseNumberPositiveIntType()
                                .getValue())
                .containsExactlyInAnyOrder(tuple("2021-05-03", 1), tuple("2022-06-01", 3));
        assertThat(rules(registered)).contains("R-TT met");

        var visit = contact(Clinic.text(registered, "version"), 118, 76);
        Clinic.answer(visit, "tt4_date", new BooleanType(true));
        assertThat(rules(clinic.ask(clinic.midwife, "$record-anc-visit", patient, visit)))
                .doesNotContain("R-TT met");
        assertThat(clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void strikesOutWhatCannotWaitTogetherWithItsContact() {
        var nimali = registered("Struck Out");
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 172, 114));
        var error = addendum(Clinic.text(visit, "version"), Clinic.reference(visit, "contact"));
        error.setParameter("correction", new CodeType("entered-in-error"));
        clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, error);
        assertThat(issues(nimali.patient))
                .extracting(issue -> issue.getStatus().toCode())
                .containsExactly("entered-in-error");
    }

    @Test
    void keepsWhatWasFoundAfterAContactThatIsWrittenDownLate() {
        var nimali = registered("Written Late");
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 172, 114));
        var late = contact(Clinic.text(visit, "version"), 118, 76);
        tenDaysAgo(late);
        clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, late);
        assertThat(issues(nimali.patient)).singleElement().matches(issue -> !issue.hasMitigation());
        var asked = clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, new Parameters());
        assertThat(Clinic.text(asked, "risk-grade")).isEqualTo("risk-grade-urgent");
        assertThat(rules(asked)).contains("R-BP-SEVERE-1 met");
    }

    @Test
    void opensAgainWhatAContactAnsweredThatWasAnError() {
        var nimali = registered("Open Again");
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 172, 114));
        var wrong = clinic.ask(
                clinic.midwife, "$record-anc-visit", nimali.patient, contact(Clinic.text(visit, "version"), 118, 76));
        assertThat(issues(nimali.patient)).singleElement().matches(issue -> issue.hasMitigation());
        assertThat(clinic.problemsIn(nimali.patient)).isEmpty();
        var error = addendum(Clinic.text(wrong, "version"), Clinic.reference(wrong, "contact"));
        error.setParameter("correction", new CodeType("entered-in-error"));
        clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, error);
        assertThat(issues(nimali.patient)).singleElement().matches(issue -> !issue.hasMitigation());
    }

    @Test
    void judgesTheNewestContactAnewWhenAnEarlierOneWasAnotherWomans() {
        var nimali = registered("Another Womans");
        var asked = contact(nimali.version, 118, 76);
        tenDaysAgo(asked);
        Clinic.answer(asked, "rh", new CodeType("ANC.B9.DE31"));
        clinic.everythingThatFollows(asked);
        var wrong = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, asked);
        var later = addendum(Clinic.text(wrong, "version"), Clinic.reference(wrong, "contact"));
        Clinic.answer(later, "haemoglobin", new Quantity().setValue(6).setCode("g/dL"));
        var addition = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, later);
        var newest = clinic.ask(
                clinic.midwife,
                "$record-anc-visit",
                nimali.patient,
                contact(Clinic.text(addition, "version"), 118, 76));
        assertThat(rules(newest)).contains("R-RH met", "R-ANAEMIA-SEVERE met");
        var error = addendum(Clinic.text(newest, "version"), Clinic.reference(wrong, "contact"));
        error.setParameter("correction", new CodeType("entered-in-error"));
        var struck = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, error);
        var anew = read(RiskAssessment.class, Clinic.reference(newest, "risk-assessment"));
        assertThat(anew.getPrediction())
                .extracting(rule -> rule.getOutcome().getCodingFirstRep().getCode())
                .doesNotContain("R-RH", "R-ANAEMIA-SEVERE");
        var contrary = clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, new Parameters());
        assertThat(Grades.computed(anew).code()).isEqualTo(Clinic.text(contrary, "risk-grade"));
        assertThat(read(Appointment.class, Clinic.reference(wrong, "appointment"))
                        .getStatus())
                .isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(read(Encounter.class, Clinic.reference(addition, "contact")).getStatus())
                .isEqualTo(EncounterStatus.ENTEREDINERROR);
        assertThat(clinic.problemsIn(nimali.patient)).isEmpty();
        var twice = addendum(Clinic.text(struck, "version"), Clinic.reference(wrong, "contact"));
        twice.setParameter("correction", new CodeType("entered-in-error"));
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, twice)))
                .isEqualTo("already-decided");
    }

    private <R extends Resource> R read(Class<R> type, String reference) {
        return registry().bean(Records.class).read(type, reference).orElseThrow();
    }

    @Test
    void keepsTheNewestGradeWhenSomethingIsAddedToAnOlderContact() {
        var nimali = registered("Added Later");
        var first = contact(nimali.version, 118, 76);
        tenDaysAgo(first);
        var old = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, first);
        var newest = clinic.ask(
                clinic.midwife, "$record-anc-visit", nimali.patient, contact(Clinic.text(old, "version"), 172, 114));
        var later = addendum(Clinic.text(newest, "version"), Clinic.reference(old, "contact"));
        Clinic.answer(later, "haemoglobin", new Quantity().setValue(12).setCode("g/dL"));
        clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, later);
        assertThat(Clinic.text(
                        graded(nimali, Clinic.reference(newest, "risk-assessment"), "risk-grade-urgent", ""),
                        "computed-risk-grade"))
                .isEqualTo("risk-grade-urgent");
    }

    @Test
    void keepsWhoConfirmedARareValue() {
        var nimali = registered("Confirmed Rarely");
        var asked = contact(nimali.version, 150, 85);
        asked.getParameter().stream()
                .filter(given -> given.getName().equals("answer"))
                .forEach(given -> given.addPart().setName("confirmed").setValue(new BooleanType(true)));
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, asked);
        assertThat(visit.getParameters("unusual")).isEmpty();
        assertThat(clinic.problemsIn(nimali.patient)).isEmpty();
        assertThat(summary(nimali.patient, Observation.class))
                .flatExtracting(Observation::getComponent)
                .flatExtracting(part ->
                        part.getExtensionsByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-confirmed-by"))
                .singleElement()
                .satisfies(by ->
                        assertThat(((Reference) by.getValue()).getReference()).isEqualTo(clinic.midwife.id()));
    }

    @Test
    void raisesARiskFreelyLowersItWithAReasonAndKeepsARaisedOne() {
        var nimali = registered("Graded Twice");
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 118, 76));
        var assessment = Clinic.reference(visit, "risk-assessment");
        assertThat(Clinic.text(graded(nimali, assessment, "risk-grade-high", ""), "risk-grade"))
                .isEqualTo("risk-grade-high");
        assertThat(Clinic.refusal(() -> graded(nimali, assessment, "risk-grade-low", "")))
                .isEqualTo("grade-reason-missing");
        var next = clinic.ask(
                clinic.midwife, "$record-anc-visit", nimali.patient, contact(Clinic.text(visit, "version"), 116, 74));
        assertThat(Clinic.text(next, "risk-grade")).isEqualTo("risk-grade-high");
        assertThat(Clinic.text(next, "computed-risk-grade")).isNotEqualTo("risk-grade-high");
        assertThat(Clinic.refusal(() -> graded(nimali, assessment, "risk-grade-urgent", "")))
                .isEqualTo("version-conflict");
        var newest = Clinic.reference(next, "risk-assessment");
        graded(nimali, newest, "risk-grade-moderate", "Rested and well");
        assertThat(summary(nimali.patient, RiskAssessment.class).get(0).getExtension())
                .extracting(extension -> extension.getUrl())
                .contains("https://ancregistry.org/fhir/StructureDefinition/anc-grade-decision");
        assertThat(clinic.problemsIn(nimali.patient)).isEmpty();
    }

    @Test
    void saysWithoutWritingWhatRecordingTheContactSaid() {
        var nimali = registered("Asked Again");
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 150, 95));
        var asked = clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, new Parameters());
        assertThat(rules(asked)).isEqualTo(rules(visit));
        assertThat(Clinic.text(asked, "risk-grade")).isEqualTo(Clinic.text(visit, "risk-grade"));
        assertThat(summary(nimali.patient, RiskAssessment.class)).hasSize(2);
    }

    @Test
    void judgesWhatAnotherClinicFoundTogetherWithHerRecord() {
        var nimali = registered("Seen Elsewhere");
        var asked = new Parameters();
        asked.addParameter().setName("finding").setResource(pressureElsewhere());
        var answer = clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, asked);
        assertThat(rules(answer)).contains("R-BP-SEVERE-1 met", "R-PE-RISK met");
        assertThat(answer.getParameter("prepared-referral")).isNotNull();
        assertThat(issues(nimali.patient)).isEmpty();
    }

    @Test
    void countsWhatWasFoundInTheFirstHoursOfTheFirstDayThoughElsewhereItWasStillTheDayBefore() {
        var nimali = registered("First Hours");
        var first = LocalDate.now(ZoneOffset.UTC).minusDays(20);
        elsewhere(nimali, "hiv", first.minusDays(1) + "T17:00:00Z", answer("ANC.B9.DE42"));
        assertThat(assessed(nimali)).as("the evening before").doesNotContain("R-HIV met");
        elsewhere(nimali, "hiv", first.minusDays(1) + "T19:00:00Z", answer("ANC.B9.DE42"));
        assertThat(assessed(nimali)).contains("R-HIV met");
    }

    @Test
    void aMonthInPlaceOfTheDueDateStopsNoContact() {
        var nimali = registered("Due In A Month");
        elsewhere(nimali, "edd", DateTimeType.now().getValueAsString(), new DateTimeType("2027-01"));
        elsewhere(nimali, "lmp", DateTimeType.now().getValueAsString(), new DateTimeType("2026-04"));
        assertThat(assessed(nimali)).isNotEmpty();
        var visit = clinic.ask(clinic.midwife, "$record-anc-visit", nimali.patient, contact(nimali.version, 118, 76));
        assertThat(Clinic.reference(visit, "contact")).startsWith("Encounter/");
    }

    @Test
    void judgesNoFindingOfAnotherWoman() {
        var nimali = registered("Not Another");
        var another = new Parameters();
        another.addParameter()
                .setName("finding")
                .setResource(pressureElsewhere().setSubject(new Reference("Patient/999999")));
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, another)))
                .isEqualTo("parameter-invalid");
        var hers = new Parameters();
        hers.addParameter()
                .setName("finding")
                .setResource(pressureElsewhere().setSubject(new Reference(nimali.patient)));
        assertThat(rules(clinic.ask(clinic.midwife, "$assess-risk", nimali.patient, hers)))
                .contains("R-BP-SEVERE-1 met");
    }

    @Test
    void saysNothingOfAWomanElsewhere() {
        var nimali = registered("Of This Area");
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(Clinic.refusal(() -> clinic.ask(elsewhere, "$assess-risk", nimali.patient, new Parameters())))
                .isEqualTo("not-found");
    }

    @Test
    void usesTheRulesThatTheRegistryShips() {
        assertThat(registry().bean(RuleBook.class).definitions())
                .isEqualTo(RuleBook.shipped().definitions());
    }

    private Parameters graded(Registered woman, String assessment, String grade, String reason) {
        var asked = new Parameters();
        asked.addParameter("request-id", Clinic.id());
        Clinic.add(asked, "assessment", new Reference(new IdType(assessment).toUnqualifiedVersionless()));
        Clinic.add(asked, "grade", new CodeType(grade));
        if (!reason.isEmpty()) {
            asked.addParameter("reason", reason);
        }
        return clinic.ask(clinic.midwife, "$grade-risk", woman.patient, asked);
    }

    private List<String> assessed(Registered woman) {
        return rules(clinic.ask(clinic.midwife, "$assess-risk", woman.patient, new Parameters()));
    }

    private void elsewhere(Registered woman, String field, String at, Type value) {
        var code = Dictionary.anc().require(field).primary();
        var question = new CodeableConcept();
        question.addCoding().setSystem(code.system()).setCode(code.code());
        registry()
                .save(new Observation()
                        .setStatus(ObservationStatus.FINAL)
                        .setCode(question)
                        .setSubject(new Reference(woman.patient))
                        .setEffective(new DateTimeType(at))
                        .setValue(value));
    }

    private static CodeableConcept answer(String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(SystemUris.WHO_ANC).setCode(code);
        return concept;
    }

    private static Observation pressureElsewhere() {
        var pressure = new Observation().setStatus(ObservationStatus.FINAL);
        pressure.setEffective(DateTimeType.now());
        pressure.setCode(loinc("85354-9"));
        pressure.addComponent().setCode(loinc("8480-6")).setValue(mmHg(168));
        pressure.addComponent().setCode(loinc("8462-4")).setValue(mmHg(112));
        return pressure;
    }

    private static CodeableConcept loinc(String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem("http://loinc.org").setCode(code);
        return concept;
    }

    private static Type mmHg(int value) {
        return new Quantity()
                .setValue(value)
                .setSystem("http://unitsofmeasure.org")
                .setCode("mm[Hg]");
    }

    private Parameters contact(String basedOn, int systolic, int diastolic) {
        var asked = clinic.visit(Clinic.id(), basedOn);
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && List.of("systolic", "diastolic")
                                .contains(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "systolic", new IntegerType(systolic));
        Clinic.answer(asked, "diastolic", new IntegerType(diastolic));
        return asked;
    }

    private static void tenDaysAgo(Parameters contact) {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(10);
        contact.setParameter("contact-date", new DateTimeType(day + "T09:00:00+05:30"));
    }

    private static Parameters addendum(String basedOn, String contact) {
        var asked = new Parameters();
        asked.addParameter("request-id", Clinic.id());
        asked.addParameter("based-on", basedOn);
        asked.addParameter("contact-date", DateTimeType.now());
        asked.addParameter("contact-type", new CodeType("field-clinic"));
        asked.addParameter().setName("corrects").setValue(new Reference(contact));
        asked.addParameter("correction", new CodeType("addendum"));
        asked.addParameter("correction-reason", "Sent to hospital");
        return asked;
    }

    private Registered registered(String name) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        Clinic.contactOn(asked, LocalDate.now(ZoneOffset.UTC).minusDays(20));
        var answer = clinic.ask(clinic.midwife, "$register-anc", asked);
        return new Registered(Clinic.reference(answer, "patient"), Clinic.text(answer, "version"));
    }

    private List<DetectedIssue> issues(String patient) {
        return summary(patient, DetectedIssue.class);
    }

    private <R> List<R> summary(String patient, Class<R> type) {
        var summary = clinic.as(clinic.midwife)
                .operation()
                .onInstance(new IdType(patient))
                .named("$anc-summary")
                .withNoParameters(Parameters.class)
                .returnResourceType(Bundle.class)
                .execute();
        return summary.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** {@code R-HTN met} for each rule that the answer names. */
    private static List<String> rules(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("assessment"))
                .map(rule -> part(rule, "rule") + " " + part(rule, "outcome"))
                .toList();
    }

    private static String part(ParametersParameterComponent rule, String name) {
        return rule.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    private record Registered(String patient, String version) {}
}
