package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** What {@code $update-contact} promises, on whichever database. */
abstract class UpdateContactRules {

    private final Clinic clinic = new Clinic(registry());

    abstract RunningRegistry registry();

    @Test
    void findsHerByTheNumberAndTheVillageThatWerePutRight() {
        var patient = registered("Tharushi Abeysekara", "0712220001");
        assertThat(found("0712220001")).containsExactly(patient);

        var asked = asked(patient)
                .addParameter("phone", "071 222 0002")
                .addParameter("address", "7 Canal Road")
                .addParameter("village", "Udugampola");
        Clinic.add(asked, "phone-shared", new CodeType("shared"));
        var contact = asked.addParameter().setName("contact");
        contact.addPart().setName("name").setValue(new StringType("Sunil Abeysekara"));
        var answer = update(patient, asked);

        assertThat(Clinic.text(answer, "version")).isEqualTo(version(patient));
        assertThat(found("0712220001")).isEmpty();
        assertThat(found("0712220002")).containsExactly(patient);
        assertThat(found("udugam")).containsExactly(patient);
        assertThat(candidates("Tharushi Abeysekara", "0712220002")).contains(patient);
        assertThat(clinic.problemsIn(patient)).isEmpty();
        assertThat(writers(patient)).contains(clinic.midwife.id());
    }

    @Test
    void leavesWhatHerIdSaysAndPutsHerHomeBesideIt() {
        var registered = clinic.ask(clinic.midwife, "$register-anc", clinic.verified(Clinic.id(), Clinic.id()));
        var patient = Clinic.reference(registered, "patient");
        var before = read(patient);

        update(patient, asked(patient).addParameter("address", "7 Canal Road").addParameter("village", "Miriswatta"));

        var now = read(patient);
        assertThat(now.getAddress()).hasSize(2);
        assertThat(now.getAddressFirstRep().equalsDeep(before.getAddressFirstRep()))
                .isTrue();
        assertThat(now.getAddress().get(1).getUse()).isEqualTo(Address.AddressUse.TEMP);
        assertThat(now.getName()).hasSameSizeAs(before.getName());
        assertThat(now.getNameFirstRep().equalsDeep(before.getNameFirstRep())).isTrue();
        assertThat(now.getBirthDateElement().equalsDeep(before.getBirthDateElement()))
                .isTrue();
        assertThat(found("miriswatta")).contains(patient);
        assertThat(clinic.problemsIn(patient)).isEmpty();
    }

    @Test
    void isDoneOnceWhenItIsSentTwiceAtOnce() throws Exception {
        var patient = registered("Dinithi Gamlath", "0712220003");
        var asked = asked(patient).addParameter("phone", "0712220004");
        var before = version(patient);
        var answers = atOnce(
                () -> Clinic.text(update(patient, asked), "version"),
                () -> Clinic.text(update(patient, asked), "version"));
        assertThat(answers).containsOnly(version(patient));
        assertThat(Integer.parseInt(version(patient))).isEqualTo(Integer.parseInt(before) + 1);
    }

    @Test
    void letsOneOfTwoWhoChangeItAtOncePassAndTellsTheOther() throws Exception {
        var patient = registered("Hansika Jayalath", "0712220005");
        var one = asked(patient).addParameter("phone", "0712220006");
        var two = asked(patient).addParameter("phone", "0712220007");
        assertThat(atOnce(() -> outcome(patient, one), () -> outcome(patient, two)))
                .containsExactlyInAnyOrder("done", "version-conflict");
        assertThat(phone(patient)).isIn("0712220006", "0712220007");
    }

    @Test
    void isForThoseInWhoseCareSheIs() {
        var patient = registered("Ishani Karunatilaka", "0712220008");
        var asked = asked(patient).addParameter("phone", "0712220009");
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.fieldClinic, clinic.hospital);
        assertThat(refused(elsewhere, patient, asked)).isEqualTo("not-found");
        assertThat(refused(clinic.doctor, patient, asked)).isEqualTo("forbidden");
        assertThat(refused(clinic.midwife, patient, asked(patient).addParameter("phone", "12")))
                .isEqualTo("parameter-invalid");
        assertThat(phone(patient)).isEqualTo("0712220008");
        var supervisor = TestTokens.caller(clinic.doctor.id(), Role.SUPERVISOR, clinic.fieldClinic, clinic.area);
        clinic.ask(supervisor, "$update-contact", patient, asked);
        assertThat(phone(patient)).isEqualTo("0712220009");
    }

    private String outcome(String patient, Parameters asked) {
        try {
            update(patient, asked);
            return "done";
        } catch (BaseServerResponseException refusal) {
            return Clinic.code(refusal);
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other)
            throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var outcomes = new ArrayList<String>();
            for (var done : pool.invokeAll(List.of(one, other))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private String registered(String name, String phone) {
        var woman = Clinic.womanWithNumber(name);
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        return Clinic.reference(
                clinic.ask(clinic.midwife, "$register-anc", clinic.registration(Clinic.id(), woman)), "patient");
    }

    private Parameters asked(String patient) {
        return new Parameters().addParameter("request-id", Clinic.id()).addParameter("based-on", version(patient));
    }

    private Parameters update(String patient, Parameters asked) {
        return clinic.ask(clinic.midwife, "$update-contact", patient, asked);
    }

    private String refused(Caller caller, String patient, Parameters asked) {
        return Clinic.refusal(() -> clinic.ask(caller, "$update-contact", patient, asked));
    }

    private Patient read(String patient) {
        return clinic.as(clinic.midwife)
                .read()
                .resource(Patient.class)
                .withId(patient)
                .execute();
    }

    private String version(String patient) {
        return read(patient).getMeta().getVersionId();
    }

    private String phone(String patient) {
        return read(patient).getTelecomFirstRep().getValue();
    }

    private List<String> found(String words) {
        var asked = new Parameters().addParameter("tab", new CodeType("all")).addParameter("find", words);
        return clinic.ask(clinic.midwife, "$anc-work-list", asked).getParameter().stream()
                .filter(row -> row.getName().equals("mother"))
                .flatMap(row -> row.getPart().stream())
                .filter(part -> part.getResource() instanceof Patient)
                .map(part -> "Patient/" + part.getResource().getIdElement().getIdPart())
                .toList();
    }

    private List<String> candidates(String name, String phone) {
        var woman = Clinic.woman(name);
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(woman);
        var found = clinic.as(clinic.midwife)
                .operation()
                .onType(Patient.class)
                .named("$match")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(one -> "Patient/" + one.getIdElement().getIdPart())
                .toList();
    }

    private List<String> writers(String patient) {
        var found = clinic.as(clinic.midwife)
                .search()
                .forResource(Provenance.class)
                .where(Provenance.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(entry -> (Provenance) entry.getResource())
                .filter(act ->
                        "UPDATE".equals(act.getActivity().getCodingFirstRep().getCode()))
                .map(act -> act.getAgentFirstRep().getWho().getReference())
                .toList();
    }
}
