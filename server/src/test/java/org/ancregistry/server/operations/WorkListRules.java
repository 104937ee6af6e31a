package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code $anc-work-list} promises a midwife, on whichever database. */
abstract class WorkListRules {

    private final Clinic clinic = new Clinic(registry());
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Colombo"));

    abstract RunningRegistry registry();

    @Test
    void showsWhoNeedsToBeSeenMostPressingFirst() {
        var inTime = registered("In Time", today.minusWeeks(10), today);
        var late = registered("Late", today.minusWeeks(30), today.minusWeeks(12));
        var later = registered("Later Still", today.minusWeeks(33), today.minusWeeks(20));
        var asked = clinic.registration(Clinic.id(), Clinic.woman("Not Dated"));
        asked.getParameter().removeIf(WorkListRules::isLastPeriod);
        var undated = clinic.ask(clinic.midwife, "$register-anc", asked);

        var action = list("needs-action");
        assertThat(patients(action))
                .as("who is only to be verified comes last")
                .containsExactly(reference(later), reference(late), reference(undated), reference(inTime));
        assertThat(patients(list("overdue"))).containsExactly(reference(later), reference(late));
        assertThat(patients(list("all"))).contains(reference(inTime)).hasSize(4);
        assertThat(number(action, "needs-action")).isEqualTo(4);
        assertThat(number(action, "overdue")).isEqualTo(2);
        assertThat(number(action, "all")).isEqualTo(4);
        assertThat(number(action, "delivered")).isZero();
    }

    @Test
    void asksForProofOfWhoSheIsAfterEverythingElse() {
        var toVerify = registered("Unproved In Time", today.minusWeeks(10), today);
        var late = registered("Unproved And Late", today.minusWeeks(30), today.minusWeeks(12));
        var verified = clinic.ask(clinic.midwife, "$register-anc", clinic.verified(Clinic.id(), Clinic.id()));

        assertThat(patients(list("needs-action"))).containsExactly(reference(late), reference(toVerify));
        assertThat(patients(sought("needs-action", "Unproved", null)))
                .containsExactly(reference(late), reference(toVerify));
        assertThat(patients(list("all"))).contains(reference(verified));
        assertThat(number(list("all"), "needs-action")).isEqualTo(2);
    }

    @Test
    void movesOnWhenSheWasSeenAndBackWhenThatWasAnError() {
        var late = registered("Kamala Silva", today.minusWeeks(26), today.minusWeeks(15));
        var before = due(late);
        assertThat(before.getEnd()).isBefore(Date.valueOf(today));
        var visit = clinic.visit(Clinic.id(), Clinic.text(late, "version"));
        var seen = clinic.ask(clinic.midwife, "$record-anc-visit", reference(late), visit);
        assertThat(due(late).getStart()).isAfter(Date.valueOf(today));

        var error = new Parameters();
        error.addParameter("request-id", Clinic.id());
        error.addParameter("based-on", Clinic.text(seen, "version"));
        error.addParameter("contact-date", DateTimeType.now());
        error.addParameter("contact-type", new CodeType("field-clinic"));
        error.addParameter().setName("corrects").setValue(new Reference(Clinic.reference(seen, "contact")));
        error.addParameter("correction", new CodeType("entered-in-error"));
        error.addParameter("correction-reason", "Another woman's visit");
        clinic.ask(clinic.midwife, "$record-anc-visit", reference(late), error);
        assertThat(due(late).getEnd()).isEqualTo(before.getEnd());
    }

    @Test
    void forgetsTheDueDateOfAPregnancyThatWasLost() {
        var lost = registered("Lost In August", today.minusWeeks(20), today.minusWeeks(6));
        assertThat(edd(lost)).isEqualTo(today.minusWeeks(20).plusDays(280).toString());
        var records = registry().bean(DaoRegistry.class).getResourceDao(EpisodeOfCare.class);
        var over = records.read(new IdType(Clinic.reference(lost, "pregnancy")), new SystemRequestDetails());
        over.setStatus(EpisodeOfCareStatus.FINISHED).getPeriod().setEndElement(DateTimeType.now());
        records.update(over, new SystemRequestDetails());
        var again = new EpisodeOfCare().setStatus(EpisodeOfCareStatus.ACTIVE).setPatient(over.getPatient());
        again.setManagingOrganization(over.getManagingOrganization())
                .getPeriod()
                .setStartElement(new DateTimeType(today.toString()));
        records.create(again, new SystemRequestDetails());
        assertThat(edd(lost)).isEmpty();
    }

    private String edd(Parameters registered) {
        return list("all").getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .filter(row -> patient(row).equals(reference(registered)))
                .map(row -> value(row, "edd"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plansTheContactsOfAWomanWhomALaterScanDates() {
        var asked = clinic.registration(Clinic.id(), Clinic.woman("Scanned Later"));
        asked.getParameter().removeIf(WorkListRules::isLastPeriod);
        var undated = clinic.ask(clinic.midwife, "$register-anc", asked);
        assertThat(dueOf(undated)).isEmpty();

        var scan = clinic.visit(Clinic.id(), Clinic.text(undated, "version"));
        scan.getParameter().removeIf(part -> part.getName().equals("answer"));
        scan.addParameter().setName("corrects").setValue(new Reference(Clinic.reference(undated, "contact")));
        scan.addParameter("correction", new CodeType("addendum"));
        scan.addParameter("correction-reason", "Dated by a scan");
        Clinic.answer(scan, "ultrasound_edd", new DateType(today.plusWeeks(28).toString()));
        clinic.ask(clinic.midwife, "$record-anc-visit", reference(undated), scan);

        assertThat(dueOf(undated))
                .isPresent()
                .get()
                .satisfies(due -> assertThat(due.getStart()).isAfter(Date.valueOf(today)));
    }

    @Test
    void doesNotTakeAnAdditionToAnEarlierContactForAVisit() {
        var late = registered("Shirani Gamage", today.minusWeeks(26), today.minusWeeks(15));
        var before = due(late);
        var added = clinic.visit(Clinic.id(), Clinic.text(late, "version"));
        added.getParameter().removeIf(part -> part.getName().equals("answer"));
        added.addParameter().setName("corrects").setValue(new Reference(Clinic.reference(late, "contact")));
        added.addParameter("correction", new CodeType("addendum"));
        added.addParameter("correction-reason", "The laboratory called");
        clinic.ask(clinic.midwife, "$record-anc-visit", reference(late), added);
        assertThat(due(late).getEnd()).as("nobody has seen her").isEqualTo(before.getEnd());
    }

    @Test
    void doesNotTakeACallForAVisit() {
        var late = registered("Called Gamage", today.minusWeeks(26), today.minusWeeks(15));
        var before = due(late);
        var call = new Parameters();
        call.addParameter("request-id", Clinic.id());
        call.addParameter("based-on", Clinic.text(late, "version"));
        call.addParameter("contact-date", DateTimeType.now());
        call.addParameter("contact-type", new CodeType("phone"));
        Clinic.answer(call, "danger_none", new BooleanType(true));
        var called = clinic.ask(clinic.midwife, "$record-anc-visit", reference(late), call);
        assertThat(Clinic.reference(called, "contact")).startsWith("Encounter/");
        assertThat(due(late).getEnd()).as("nobody has seen her").isEqualTo(before.getEnd());
        assertThat(clinic.problemsIn(reference(late))).isEmpty();
    }

    @Test
    void showsAnUrgentFindingFirstAndHighRiskBeforeLow() {
        var low = registered("Low Risk", today.minusWeeks(30), today.minusWeeks(14));
        var high = registered("High Risk", today.minusWeeks(30), today.minusWeeks(12), "rh", "ANC.B9.DE31");
        var urgent = registered("Fever Today", today.minusWeeks(10), today);
        var visit = clinic.visit(Clinic.id(), Clinic.text(urgent, "version"));
        Clinic.answer(visit, "temperature", new DecimalType("39"));
        clinic.ask(clinic.midwife, "$record-anc-visit", reference(urgent), visit);

        var action = list("needs-action");
        assertThat(patients(action)).containsExactly(reference(urgent), reference(high), reference(low));
        var first = action.getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .findFirst()
                .orElseThrow();
        assertThat(value(first, "risk-grade")).isEqualTo("risk-grade-urgent");
        assertThat(value(first, "alert")).isEqualTo("true");
    }

    private Parameters registered(String name, LocalDate lastPeriod, LocalDate on, String field, String code) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter().removeIf(WorkListRules::isLastPeriod);
        Clinic.answer(asked, "lmp", new DateType(lastPeriod.toString()));
        Clinic.answer(asked, field, new CodeType(code));
        Clinic.contactOn(asked, on);
        return clinic.ask(clinic.midwife, "$register-anc", asked);
    }

    private static String value(ParametersParameterComponent row, String name) {
        return row.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    @Test
    void showsNobodyOfAnotherArea() {
        var hers = registered("Of This Area", today.minusWeeks(30), today.minusWeeks(12));
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(patients(list(elsewhere, "all"))).isEmpty();
        assertThat(patients(list(clinic.midwife, "all"))).contains(reference(hers));
        assertThat(Clinic.refusal(() -> list(clinic.doctor, "all"))).isEqualTo("forbidden");
    }

    @Test
    void findsOneOfHerMothersByHerNumberHerNameOrTheEndOfHerPhone() {
        var late = registered("Shashikala Wijetunga", today.minusWeeks(30), today.minusWeeks(12));
        registered("Another Woman", today.minusWeeks(30), today.minusWeeks(12));
        var phn = DecisionDesk.phn(late);

        for (var typed : List.of(
                phn, " " + phn.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + phn.substring(4), "wijet shash")) {
            var found = sought("all", typed, null);
            assertThat(patients(found)).as(typed).containsExactly(reference(late));
            assertThat(number(found, "all")).isEqualTo(1);
            assertThat(number(found, "overdue")).isEqualTo(1);
            assertThat(patients(sought("this-week", typed, null))).isEmpty();
        }
        assertThat(patients(sought("all", "Shashikala Another", null))).isEmpty();
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(patients(clinic.ask(elsewhere, "$anc-work-list", asked("all", phn, null))))
                .isEmpty();
    }

    @Test
    void showsThoseOfAGradeAndHigher() {
        var high = registered("Graded High", today.minusWeeks(30), today.minusWeeks(12), "rh", "ANC.B9.DE31");
        var low = registered("Graded Low", today.minusWeeks(30), today.minusWeeks(12));

        var found = sought("all", null, "risk-grade-high");
        assertThat(patients(found)).contains(reference(high)).doesNotContain(reference(low));
        assertThat(number(found, "all")).isEqualTo(patients(found).size());
        assertThat(patients(sought("all", "Graded", "risk-grade-high"))).containsExactly(reference(high));
        assertThat(patients(sought("all", "Graded", null))).containsExactly(reference(high), reference(low));
        assertThat(Clinic.refusal(() -> sought("all", null, "grave"))).isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> sought("all", "a".repeat(201), null))).isEqualTo("parameter-invalid");
    }

    @Test
    void showsThoseOfAVillageAndTellsWhichVillagesThereAre() {
        var here = livingIn("Sewwandi Herath", "Galewela");
        var there = livingIn("Sewwandi Dissanayake", "Bambaragaswewa's End");
        registered("Of No Village", today.minusWeeks(30), today.minusWeeks(12));
        var tab = new Parameters().addParameter("tab", new CodeType("all"));

        var found = clinic.ask(
                clinic.midwife, "$anc-work-list", tab.copy().addParameter("village", "Bambaragaswewa's End"));
        assertThat(patients(found)).containsExactly(reference(there));
        assertThat(number(found, "all")).isEqualTo(1);
        assertThat(villages(found)).contains("Bambaragaswewa's End", "Galewela");
        var both = asked("all", "Sewwandi", null).addParameter("village", "Galewela");
        assertThat(patients(clinic.ask(clinic.midwife, "$anc-work-list", both))).containsExactly(reference(here));
        assertThat(patients(clinic.ask(
                        clinic.midwife, "$anc-work-list", tab.copy().addParameter("village", "galewela' or 1=1"))))
                .isEmpty();
        assertThat(Clinic.refusal(() -> clinic.ask(
                        clinic.midwife, "$anc-work-list", tab.copy().addParameter("village", "a".repeat(201)))))
                .isEqualTo("parameter-invalid");
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(villages(list(elsewhere, "all"))).as("of other areas").isEmpty();
    }

    @Test
    void takesNoVillageFromAnAddressThatIsKeptInLogs() {
        assertThat(Clinic.refusal(() -> clinic.as(clinic.midwife)
                        .operation()
                        .onType(Patient.class)
                        .named("$anc-work-list")
                        .withParameters(new Parameters().addParameter("village", "Galewela"))
                        .useHttpGet()
                        .execute()))
                .isEqualTo("parameter-invalid");
    }

    @Test
    void forgetsTheVillageThatSheMovedFrom() {
        var moved = livingIn("Dilhani Moves", "Old Village");
        var records = registry().bean(DaoRegistry.class).getResourceDao(Patient.class);
        var patient = records.read(new IdType(reference(moved)), new SystemRequestDetails());
        patient.getAddressFirstRep().setCity("New Village");
        records.update(patient, new SystemRequestDetails());
        assertThat(villages(list("all"))).contains("New Village").doesNotContain("Old Village");
    }

    private Parameters livingIn(String name, String village) {
        var woman = Clinic.woman(name);
        woman.addAddress().setCity(village).setCountry("LK");
        var asked = clinic.registration(Clinic.id(), woman);
        return clinic.ask(clinic.midwife, "$register-anc", asked);
    }

    private static List<String> villages(Parameters list) {
        return list.getParameter().stream()
                .filter(row -> row.getName().equals("village"))
                .map(row -> row.getValue().primitiveValue())
                .toList();
    }

    private Parameters sought(String tab, @Nullable String words, @Nullable String risk) {
        return clinic.ask(clinic.midwife, "$anc-work-list", asked(tab, words, risk));
    }

    private static Parameters asked(String tab, @Nullable String words, @Nullable String risk) {
        var asked = new Parameters().addParameter("tab", new CodeType(tab));
        if (words != null) {
            asked.addParameter("find", words);
        }
        if (risk != null) {
            asked.addParameter("risk", new CodeType(risk));
        }
        return asked;
    }

    @Test
    void refusesATabThatItDoesNotKnow() {
        assertThat(Clinic.refusal(() -> list("everybody"))).isEqualTo("parameter-invalid");
    }

    private Parameters registered(String name, LocalDate lastPeriod, LocalDate on) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter().removeIf(WorkListRules::isLastPeriod);
        Clinic.answer(asked, "lmp", new DateType(lastPeriod.toString()));
        Clinic.contactOn(asked, on);
        return clinic.ask(clinic.midwife, "$register-anc", asked);
    }

    private static boolean isLastPeriod(ParametersParameterComponent given) {
        return given.hasPart()
                && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue());
    }

    private Period due(Parameters registered) {
        return dueOf(registered).orElseThrow();
    }

    private Optional<Period> dueOf(Parameters registered) {
        return list("all").getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .filter(row -> patient(row).equals(reference(registered)))
                .flatMap(row -> row.getPart().stream())
                .filter(part -> part.getName().equals("due"))
                .map(part -> (Period) part.getValue())
                .findFirst();
    }

    private Parameters list(String tab) {
        return list(clinic.midwife, tab);
    }

    private Parameters list(Caller caller, String tab) {
        return clinic.ask(caller, "$anc-work-list", new Parameters().addParameter("tab", new CodeType(tab)));
    }

    private static List<String> patients(Parameters list) {
        return list.getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .map(WorkListRules::patient)
                .toList();
    }

    private static String patient(ParametersParameterComponent row) {
        return row.getPart().stream()
                .filter(part -> part.getResource() instanceof Patient)
                .map(part -> "Patient/" + part.getResource().getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }

    private static String reference(Parameters registered) {
        return Clinic.reference(registered, "patient");
    }

    private static int number(Parameters list, String name) {
        return ((IntegerType) list.getParameter(name).getValue()).getValue();
    }
}
