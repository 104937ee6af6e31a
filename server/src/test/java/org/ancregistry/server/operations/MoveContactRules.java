package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What {@code $move-contact} promises, on whichever database. */
abstract class MoveContactRules {

    private static final String WHY = "She is with her parents.";

    private final Clinic clinic = new Clinic(registry());
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Colombo"));

    abstract RunningRegistry registry();

    @Test
    void takesAnOverdueContactOffTheListOfThoseWhoAreOverdue() {
        var patient = overdue("Dulani Ekanayake");
        assertThat(isOn("overdue", patient)).isTrue();
        var plan = plan(patient);

        var answer = clinic.ask(clinic.midwife, "$move-contact", patient, asked(plan, today));

        assertThat(isOn("overdue", patient)).isFalse();
        assertThat(day(due(patient))).isEqualTo(today.toString());
        var moved = plan(patient);
        assertThat(moved.getMeta().getVersionId()).isEqualTo(Clinic.text(answer, "version"));
        assertThat(next(moved)
                        .getExtensionFirstRep()
                        .getExtensionByUrl("reason")
                        .getValue()
                        .primitiveValue())
                .isEqualTo(WHY);
        assertThat(clinic.problemsIn(patient)).isEmpty();
        assertThat(writers(moved)).contains(clinic.midwife.id());
    }

    @Test
    void movesNothingThatWasChangedMeanwhileAndRepeatsItsAnswer() {
        var patient = overdue("Nirosha Wijesekara");
        var plan = plan(patient);
        var asked = asked(plan, today);
        clinic.ask(clinic.midwife, "$move-contact", patient, asked);
        assertThat(Clinic.text(clinic.ask(clinic.midwife, "$move-contact", patient, asked), "repeated"))
                .isEqualTo("true");
        assertThat(refused(clinic.midwife, patient, asked(plan, today.plusDays(5))))
                .isEqualTo("version-conflict");
    }

    @Test
    void movesNoContactThatWasHeldAndNoneBeyondThePregnancy() {
        var registered = registered("Madhavi Senanayake");
        var patient = Clinic.reference(registered, "patient");
        var plan = plan(patient);
        assertThat(refused(clinic.midwife, patient, asked(plan, today.plusYears(1))))
                .isEqualTo("parameter-invalid");
        clinic.ask(
                clinic.midwife,
                "$record-anc-visit",
                patient,
                clinic.visit(Clinic.id(), Clinic.text(registered, "version")));
        assertThat(refused(clinic.midwife, patient, asked(plan, today.plusDays(3))))
                .isEqualTo("contact-held");
    }

    @Test
    void movesNoContactPastTheNextUntilThatOneIsMoved() {
        var patient = overdue("Harshani Kodikara");
        var plan = plan(patient);
        var next = plan.getActivity().get(1).getDetail().getScheduledPeriod();
        var past = LocalDate.parse(day(next)).plusDays(2);
        assertThat(refused(clinic.midwife, patient, asked(plan, past))).isEqualTo("contact-out-of-order");

        var later = asked(plan, past.plusDays(1));
        later.getParameter("contact").setValue(new DateType(day(next)));
        clinic.ask(clinic.midwife, "$move-contact", patient, later);
        clinic.ask(clinic.midwife, "$move-contact", patient, asked(plan(patient), past));
    }

    @Test
    void movesNothingOnceThePregnancyHasEnded() {
        var registered = registered("Sashika Dissanayake");
        var patient = Clinic.reference(registered, "patient");
        var plan = plan(patient);
        var ended = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(registered, "version"));
        Clinic.add(ended, "outcome", new CodeType("miscarriage"));
        Clinic.add(ended, "date", new DateType(today.toString()));
        clinic.ask(clinic.midwife, "$record-outcome", patient, ended);
        assertThat(refused(clinic.midwife, patient, asked(plan, today.plusDays(3))))
                .isEqualTo("pregnancy-ended");
    }

    @Test
    void isForHerMidwifeAndForADoctorInWhoseCareSheIs() {
        var registered = registered("Prabodha Weerakoon");
        var patient = Clinic.reference(registered, "patient");
        var asked = asked(plan(patient), today);
        var nurse = TestTokens.caller(clinic.doctor.id(), Role.CLINIC_NURSE, clinic.hospital);
        assertThat(refused(nurse, patient, asked)).isEqualTo("forbidden");
        assertThat(refused(clinic.doctor, patient, asked)).isEqualTo("not-found");
        var number = ((Identifier) registered.getParameter("phn").getValue()).getValue();
        var arrival = new Parameters().addParameter("phn", number);
        Clinic.add(arrival, "birth-date", new DateType("1994-05-06"));
        clinic.ask(clinic.doctor, "$check-in", arrival);
        clinic.ask(clinic.doctor, "$move-contact", patient, asked);
    }

    private String refused(Caller caller, String patient, Parameters asked) {
        return Clinic.refusal(() -> clinic.ask(caller, "$move-contact", patient, asked));
    }

    /** {@code Patient/…} of a woman whose next contact is overdue. */
    private String overdue(String name) {
        return Clinic.reference(registered(name), "patient");
    }

    private Parameters registered(String name) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "lmp", new DateType(today.minusWeeks(26).toString()));
        Clinic.contactOn(asked, today.minusWeeks(15));
        return clinic.ask(clinic.midwife, "$register-anc", asked);
    }

    private static Parameters asked(CarePlan plan, LocalDate first) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", plan.getMeta().getVersionId())
                .addParameter("reason", WHY);
        Clinic.add(
                asked,
                "schedule",
                new Reference("CarePlan/" + plan.getIdElement().getIdPart()));
        Clinic.add(asked, "contact", new DateType(day(next(plan).getScheduledPeriod())));
        Clinic.add(asked, "first-day", new DateType(first.toString()));
        Clinic.add(asked, "last-day", new DateType(first.plusDays(6).toString()));
        return asked;
    }

    private static CarePlan.CarePlanActivityDetailComponent next(CarePlan plan) {
        return plan.getActivityFirstRep().getDetail();
    }

    private static String day(Period period) {
        return period.getStartElement().getValueAsString().substring(0, "2000-01-01".length());
    }

    private CarePlan plan(String patient) {
        var found = clinic.as(clinic.midwife)
                .search()
                .forResource(CarePlan.class)
                .where(CarePlan.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute();
        return (CarePlan) found.getEntryFirstRep().getResource();
    }

    private List<String> writers(CarePlan plan) {
        var found = clinic.as(clinic.midwife)
                .search()
                .forResource(Provenance.class)
                .where(Provenance.PATIENT.hasId(plan.getSubject().getReference()))
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(entry -> (Provenance) entry.getResource())
                .filter(act -> act.getTarget().stream()
                        .anyMatch(target -> target.getReference().startsWith("CarePlan/")))
                .map(act -> act.getAgentFirstRep().getWho().getReference())
                .toList();
    }

    private boolean isOn(String tab, String patient) {
        return rows(tab).stream().anyMatch(row -> isOf(row, patient));
    }

    private Period due(String patient) {
        return rows("all").stream()
                .filter(row -> isOf(row, patient))
                .flatMap(row -> row.getPart().stream())
                .filter(part -> part.getName().equals("due"))
                .map(part -> (Period) part.getValue())
                .findFirst()
                .orElseThrow();
    }

    private List<ParametersParameterComponent> rows(String tab) {
        var asked = new Parameters().addParameter("tab", new CodeType(tab));
        return clinic.ask(clinic.midwife, "$anc-work-list", asked).getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .toList();
    }

    private static boolean isOf(ParametersParameterComponent row, String patient) {
        return row.getPart().stream()
                .anyMatch(part -> part.getResource() instanceof Patient woman
                        && patient.equals("Patient/" + woman.getIdElement().getIdPart()));
    }
}
