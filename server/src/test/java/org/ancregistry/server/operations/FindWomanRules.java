package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A woman without her number is found by name and birth date, among all that the registry knows. */
abstract class FindWomanRules {

    private final RunningRegistry registry = registry();
    private final Clinic clinic = new Clinic(registry);

    abstract RunningRegistry registry();

    @Test
    void findsHerHoweverHerNameIsSpelledAndChecksHerIn() {
        var patient = register(born("Chandrika Wickremasinghe", "1991-02-03"));
        assertThat(found(clinic.doctor, "Wikramasinha Chandrika", "1991-02-03")).containsExactly(patient);
        assertThat(Clinic.refusal(() -> read(clinic.doctor, patient))).isEqualTo("not-found");

        var asked = facts("Wikramasinha Chandrika", "1991-02-03");
        asked.addParameter().setName("found").setValue(new Reference(patient));
        assertThat(Clinic.reference(clinic.ask(clinic.doctor, "$check-in", asked), "patient"))
                .isEqualTo(patient);
        assertThat(read(clinic.doctor, patient).getIdElement().getIdPart()).isEqualTo(new IdType(patient).getIdPart());
        assertThat(inCare(find(clinic.doctor, "Chandrika Wickremasinghe", "1991-02-03")))
                .containsExactly(true);
    }

    @Test
    void findsHerInAnotherScript() {
        var patient = register(born("நிர்மலா செல்வராஜா", "1992-03-04"));
        assertThat(found(clinic.doctor, "Nirmala Selvarajah", "1992-03-04")).containsExactly(patient);
    }

    @Test
    void needsBothFacts() {
        register(born("Dilrukshi Amarasekara", "1993-04-05"));
        assertThat(found(clinic.doctor, "Dilrukshi Amarasekara", "1993-04-06")).isEmpty();
        assertThat(found(clinic.doctor, "Tharanga Munasinghe", "1993-04-05")).isEmpty();
        var nameless = new Parameters();
        Clinic.add(nameless, "birth-date", new DateType("1993-04-05"));
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.doctor, "$find-woman", nameless)))
                .isEqualTo("parameter-invalid");
    }

    @Test
    void doesNotFindAWomanWhoSharesHerRecordWithNobodyElse() {
        var asked = clinic.registration(Clinic.id(), born("Sewwandi Karunaratne", "1994-05-07"));
        asked.getParameter("consent").getPartFirstRep().setValue(new BooleanType(false));
        clinic.ask(clinic.midwife, "$register-anc", asked);
        assertThat(found(clinic.doctor, "Sewwandi Karunaratne", "1994-05-07")).isEmpty();
    }

    @Test
    void opensNothingByAnIdThatDidNotComeFromTheSameSearch() {
        var patient = register(born("Iresha Gunasekara", "1990-06-07"));
        var asked = facts("Another Woman", "1990-06-07");
        asked.addParameter().setName("found").setValue(new Reference(patient));
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.doctor, "$check-in", asked)))
                .isEqualTo("not-found");
    }

    @Test
    void writesOneRecordForEachWomanAndEachSearch() {
        var patient = register(born("Nadeeka Abeywardena", "1989-07-08"));
        var before = looks(patient);
        find(clinic.doctor, "Nadeeka Abeywardena", "1989-07-08");
        assertThat(looks(patient) - before).isEqualTo(1);
        var nobodys = looks(null);
        find(clinic.doctor, "Nadeeka Abeywardena", "1989-07-09");
        assertThat(looks(null) - nobodys).isEqualTo(1);
    }

    @Test
    void stopsSomebodyWhoTriesTooManyDates() {
        var curious = TestTokens.caller("Practitioner/" + Clinic.id().substring(0, 8), Role.DOCTOR, clinic.hospital);
        for (var attempt = 0; attempt < 30; attempt++) {
            assertThat(found(curious, "Nobody Byname", "1988-01-01")).isEmpty();
        }
        assertThat(Clinic.refusal(() -> find(curious, "Nobody Byname", "1988-01-01")))
                .isEqualTo("too-many-attempts");
    }

    @Test
    void isForDoctorsOnly() {
        var nurse = TestTokens.caller(clinic.doctor.id(), Role.CLINIC_NURSE, clinic.hospital);
        for (var caller : List.of(clinic.midwife, nurse)) {
            assertThat(Clinic.refusal(() -> find(caller, "Chandrika Wickremasinghe", "1991-02-03")))
                    .isEqualTo("forbidden");
        }
    }

    private String register(Patient woman) {
        return Clinic.reference(
                clinic.ask(clinic.midwife, "$register-anc", clinic.registration(Clinic.id(), woman)), "patient");
    }

    private static Patient born(String name, String day) {
        var woman = Clinic.woman(name);
        woman.setBirthDateElement(new DateType(day));
        return woman;
    }

    private Parameters find(Caller caller, String name, String day) {
        return clinic.ask(caller, "$find-woman", facts(name, day));
    }

    private List<String> found(Caller caller, String name, String day) {
        return find(caller, name, day).getParameter().stream()
                .map(row -> ((Reference) row.getPartFirstRep().getValue()).getReference())
                .toList();
    }

    private static List<Boolean> inCare(Parameters answer) {
        return answer.getParameter().stream()
                .map(ParametersParameterComponent::getPart)
                .map(parts -> ((BooleanType) parts.get(parts.size() - 1).getValue()).booleanValue())
                .toList();
    }

    private static Parameters facts(String name, String day) {
        var asked = new Parameters().addParameter("name", name);
        Clinic.add(asked, "birth-date", new DateType(day));
        return asked;
    }

    private Patient read(Caller caller, String patient) {
        return clinic.as(caller).read().resource(Patient.class).withId(patient).execute();
    }

    /** How often such a search about her, or about nobody, is in the trail. */
    private int looks(@Nullable String patient) {
        registry.bean(AuditOutbox.class).deliver();
        var about = patient == null ? " and patient is null" : " and patient = '" + patient + "'";
        return Objects.requireNonNull(registry.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit_event where action = 'E' and agent = ?"
                                + " and resource like '%$find-woman%'" + about,
                        Integer.class,
                        clinic.doctor.id()));
    }
}
