package org.ancregistry.interceptors.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.access.AccessDecision.Verdict;
import org.ancregistry.interceptors.access.Scopes.Letter;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessDecisionTest {

    private static final String NIMALI = "Patient/1";
    private static final String FATHIMA = "Patient/2";
    /** Keeps programs out. */
    private static final String CLOSED = "Patient/3";

    private static final String AREA = "Organization/phm-1";
    private static final String CLINIC = "Organization/clinic-1";

    private final Counted relationships = new Counted();

    @Test
    void asksAboutEveryWomanOnceOnly() {
        var decision = of(Role.MIDWIFE);
        assertThat(decision.reaches(List.of(NIMALI))).isTrue();
        assertThat(decision.verdict(weight(NIMALI))).isEqualTo(Verdict.SHOWN);
        assertThat(decision.verdict(patient(NIMALI))).isEqualTo(Verdict.SHOWN);
        assertThat(relationships.asked).hasSize(1);
    }

    @Test
    void asksAboutAllOwnersOfAPageAtOnce() {
        var decision = of(Role.MIDWIFE);
        decision.learn(Owners.of(List.of(weight(NIMALI), weight(FATHIMA), patient(NIMALI))));
        assertThat(relationships.asked).containsExactly(Set.of(NIMALI, FATHIMA));
    }

    @Test
    void asksThroughTheAreaForAMidwifeAndThroughTheClinicForADoctor() {
        of(Role.MIDWIFE).reaches(List.of(NIMALI));
        of(Role.DOCTOR).reaches(List.of(NIMALI));
        assertThat(relationships.units).containsExactly(Set.of(AREA), Set.of(CLINIC));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MIDWIFE", "SUPERVISOR", "DOCTOR", "CLINIC_NURSE", "MOTHER", "ADMINISTRATOR", "PRIVACY_OFFICER"})
    void reachesNobodyElse(Role role) {
        var decision = of(role);
        assertThat(decision.reaches(List.of(FATHIMA))).isFalse();
        assertThat(decision.reaches(List.of(NIMALI, FATHIMA))).isFalse();
        assertThat(decision.verdict(weight(FATHIMA))).isEqualTo(Verdict.FOREIGN);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyReachesWhatBelongsToNobody(Role role) {
        assertThat(of(role).reaches(List.of())).isFalse();
        assertThat(of(role).verdict(new Observation())).isEqualTo(Verdict.FOREIGN);
        assertThat(of(role).verdict(new Group())).isEqualTo(Verdict.FOREIGN);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyMayKnowThePlaces(Role role) {
        assertThat(of(role).verdict(new Organization())).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void aResourceAboutTwoWomenIsOnlyForWhoReachesBoth() {
        var both = new Provenance().addTarget(new Reference(NIMALI)).addTarget(new Reference(FATHIMA));
        assertThat(of(Role.MIDWIFE).verdict(both)).isEqualTo(Verdict.FOREIGN);
        assertThat(of(Role.SYSTEM).verdict(both)).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void aProgramReachesThoseWhoDoNotKeepItOut() {
        var program = of(Role.SYSTEM);
        assertThat(program.reaches(List.of(NIMALI, FATHIMA))).isTrue();
        assertThat(program.reaches(List.of(CLOSED))).isFalse();
        assertThat(program.verdict(weight(CLOSED))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void aPrivacyOfficerSeesWhoLookedAndNoRecord() {
        var event = new AuditEvent();
        event.addEntity().setWhat(new Reference(FATHIMA));
        assertThat(of(Role.PRIVACY_OFFICER).verdict(event)).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(new AuditEvent())).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(patient(NIMALI))).isEqualTo(Verdict.FOREIGN);
        assertThat(of(Role.MOTHER).verdict(event)).isEqualTo(Verdict.FOREIGN);
        assertThat(of(Role.ADMINISTRATOR).maySearch("AuditEvent")).isFalse();
    }

    @Test
    void whoLooksAfterAWomanSeesWhoLookedAtHerRecord() {
        for (var role : List.of(Role.MIDWIFE, Role.DOCTOR, Role.CLINIC_NURSE)) {
            assertThat(of(role).maySearch("AuditEvent")).as(role.name()).isTrue();
            assertThat(of(role).mayRead("AuditEvent")).as(role.name()).isFalse();
            assertThat(of(role).verdict(look(NIMALI, "doctor", "Practitioner/5", "read")))
                    .isEqualTo(Verdict.SHOWN);
            assertThat(of(role).verdict(look(FATHIMA, "doctor", "Practitioner/5", "read")))
                    .isEqualTo(Verdict.FOREIGN);
            assertThat(of(role).verdict(new AuditEvent())).isEqualTo(Verdict.FOREIGN);
        }
        for (var role : List.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.SYSTEM)) {
            assertThat(of(role).maySearch("AuditEvent")).as(role.name()).isFalse();
            assertThat(of(role).verdict(look(NIMALI, "doctor", "Practitioner/5", "read")))
                    .isNotEqualTo(Verdict.SHOWN);
        }
    }

    @Test
    void anAppOfStaffSeesWhoLookedWhenItMaySearchForIt() {
        var look = look(NIMALI, "doctor", "Practitioner/5", "read");
        assertThat(of(Role.MIDWIFE, "user/AuditEvent.s").verdict(look)).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.MIDWIFE, "user/AuditEvent.r").verdict(look)).isEqualTo(Verdict.WITHHELD);
        assertThat(of(Role.MIDWIFE, "user/Observation.rs").verdict(look)).isEqualTo(Verdict.WITHHELD);
    }

    @Test
    void thatSheAskedWhoLookedIsInNothingThatStaffSeeOfTheTrail() {
        for (var own : LooksForStaff.OWN_VIEWS) {
            assertThat(of(Role.MIDWIFE).verdict(look(NIMALI, "mother", NIMALI, own)))
                    .isEqualTo(Verdict.SHOWN);
        }
        for (var kept : List.of(
                look(NIMALI, "mother", NIMALI, "$ask-clinic"),
                look(NIMALI, "mother", NIMALI, "search-type"),
                look(NIMALI, "mother", NIMALI, "read"),
                look(NIMALI, "mother", FATHIMA, "$anc-summary"),
                look(NIMALI, "privacy-officer", "Practitioner/8", "$answer-mother"),
                look(NIMALI, "privacy-officer", "Practitioner/8", "search-type"))) {
            assertThat(of(Role.MIDWIFE).verdict(kept)).isEqualTo(Verdict.WITHHELD);
            assertThat(of(Role.DOCTOR).verdict(kept)).isEqualTo(Verdict.WITHHELD);
        }
    }

    /** Such as when a supervisor merged two records, her questions among what was moved. */
    @Test
    void ofALookStaffSeeNeitherWhatWasTouchedNorWhichOtherWomanNorFromWhere() {
        var look = look(NIMALI, "supervisor", "Practitioner/6", "$merge");
        look.addEntity().setRole(new Coding(null, "4", null)).setWhat(new Reference("Task/80"));
        look.addEntity().setRole(new Coding(null, "4", null)).setWhat(new Reference(FATHIMA));
        look.addAgent().setRequestor(false).setWho(new Reference().setDisplay("10.0.0.7"));
        look.getAgentFirstRep().getNetwork().setAddress("10.0.0.7");
        var decision = of(Role.MIDWIFE);
        assertThat(decision.verdict(look)).isEqualTo(Verdict.SHOWN);
        decision.cutDown(look);
        assertThat(look.getEntity())
                .singleElement()
                .satisfies(entity -> assertThat(entity.getWhat().getReference()).isEqualTo(NIMALI));
        assertThat(look.getAgentFirstRep().getWho().getReference()).isEqualTo("Practitioner/6");
        assertThat(look.getAgentFirstRep().hasNetwork()).isFalse();
        assertThat(look.getAgent().get(1).hasWho()).isFalse();
    }

    private static AuditEvent look(String patient, String role, String who, String act) {
        var look = new AuditEvent().addSubtype(new Coding(null, act, null));
        var person = look.addAgent().setRequestor(true).setWho(new Reference(who));
        person.addRole().addCoding().setCode(role);
        look.addEntity().setRole(new Coding(null, "1", null)).setWhat(new Reference(patient));
        return look;
    }

    @Test
    void whomAMotherDoesNotKnowIsBetweenHerAndThePrivacyOfficer() {
        var question = task(NIMALI, "who-looked");
        assertThat(of(Role.MOTHER).verdict(question)).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(question)).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(task(FATHIMA, "who-looked")))
                .isEqualTo(Verdict.SHOWN);
        for (var role : List.of(Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE, Role.SYSTEM)) {
            assertThat(of(role).verdict(question)).as(role.name()).isEqualTo(Verdict.WITHHELD);
        }
        assertThat(of(Role.MOTHER).verdict(task(FATHIMA, "who-looked"))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void whatElseIsLeftToDoAboutHerIsNotForHerNorForThePrivacyOfficer() {
        assertThat(of(Role.MOTHER).verdict(task(NIMALI, "another-day"))).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.MIDWIFE).verdict(task(NIMALI, "another-day"))).isEqualTo(Verdict.SHOWN);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(task(NIMALI, "another-day")))
                .isEqualTo(Verdict.FOREIGN);
        assertThat(of(Role.MOTHER).verdict(task(NIMALI, "decide-match"))).isEqualTo(Verdict.WITHHELD);
        assertThat(of(Role.PRIVACY_OFFICER).verdict(task(NIMALI, "decide-match")))
                .isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void asksNoSecondTimeAboutWhoIsNotReached() {
        var decision = of(Role.MIDWIFE);
        decision.learn(List.of(NIMALI, FATHIMA));
        assertThat(decision.verdict(weight(FATHIMA))).isEqualTo(Verdict.FOREIGN);
        assertThat(relationships.asked).hasSize(1);
    }

    @Test
    void keepsForConversationWhatAMotherIsToldInPerson() {
        var depression = new Condition().setSubject(new Reference(NIMALI));
        depression
                .getCode()
                .addCoding()
                .setSystem("http://hl7.org/fhir/sid/icd-10")
                .setCode("F32.1");
        var labelled = weight(NIMALI);
        labelled.getMeta()
                .addSecurity()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                .setCode("R");
        var unreleased = weight(NIMALI).setStatus(ObservationStatus.PRELIMINARY);
        var assessment = new RiskAssessment().setSubject(new Reference(NIMALI));
        assessment
                .addPrediction()
                .getOutcome()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-rule")
                .setCode("R-HIV");
        for (Resource kept : List.of(depression, labelled, unreleased, assessment)) {
            assertThat(of(Role.MOTHER).verdict(kept)).isEqualTo(Verdict.WITHHELD);
            assertThat(of(Role.DOCTOR).verdict(kept)).isEqualTo(Verdict.SHOWN);
        }
        assertThat(of(Role.MOTHER).verdict(weight(NIMALI))).isEqualTo(Verdict.SHOWN);
    }

    /** Also that nobody asked, and why: it says that somebody thought of asking. */
    @ParameterizedTest
    @CsvSource({
        "http://smart.who.int/anc, ANC.B8.DE128",
        "http://smart.who.int/anc, ANC.B8.DE121",
        "http://smart.who.int/anc, ANC.B8.DE122",
        "http://smart.who.int/anc, ANC.B8.DE129",
        "http://smart.who.int/anc, ANC.B7.DE97",
        "http://smart.who.int/anc, ANC.B10.DE203",
        "https://ancregistry.org/fhir/CodeSystem/anc-dictionary, mood-interest",
        "https://ancregistry.org/fhir/CodeSystem/anc-dictionary, mood-down",
        "http://loinc.org, 44250-9",
        "http://loinc.org, 44255-8"
    })
    void keepsForConversationWhatSheWasAskedAlone(String system, String question) {
        var asked = new Observation().setStatus(ObservationStatus.FINAL).setSubject(new Reference(NIMALI));
        asked.getCode().addCoding().setSystem(system).setCode(question);
        for (var yes : List.of(true, false)) {
            asked.setValue(new BooleanType(yes));
            assertThat(of(Role.MOTHER).verdict(asked)).isEqualTo(Verdict.WITHHELD);
            assertThat(of(Role.MOTHER, "patient/Observation.rs").verdict(asked)).isEqualTo(Verdict.WITHHELD);
            assertThat(of(Role.CLINIC_NURSE).verdict(asked)).isEqualTo(Verdict.WITHHELD);
            assertThat(of(Role.DOCTOR).verdict(asked)).isEqualTo(Verdict.SHOWN);
            assertThat(of(Role.MIDWIFE).verdict(asked)).isEqualTo(Verdict.SHOWN);
        }
    }

    @Test
    void withholdsWhatTheAppWasNotGranted() {
        var weightsOnly = of(Role.MIDWIFE, "user/Observation.rs");
        assertThat(weightsOnly.verdict(weight(NIMALI))).isEqualTo(Verdict.SHOWN);
        assertThat(weightsOnly.verdict(patient(NIMALI))).isEqualTo(Verdict.WITHHELD);
        assertThat(weightsOnly.mayRead("Patient")).isFalse();
        assertThat(weightsOnly.mayRead("Observation")).isTrue();
        assertThat(of(Role.MIDWIFE, "openid fhirUser").mayRead("Patient")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyWritesAMotherDirectly(Role role) {
        assertThat(of(role).mayWrite("Patient", Letter.CREATE)).isFalse();
        assertThat(of(role).mayWrite("Patient", Letter.UPDATE)).isFalse();
        assertThat(of(role).mayWrite("AuditEvent", Letter.CREATE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MIDWIFE, false, false, false",
        "SUPERVISOR, true, false, false",
        "DOCTOR, false, false, false",
        "CLINIC_NURSE, false, false, false",
        "MOTHER, false, false, false",
        "ADMINISTRATOR, true, true, false",
        "PRIVACY_OFFICER, false, false, false",
        "SYSTEM, true, true, true"
    })
    void writes(Role role, boolean staff, boolean facilities, boolean findings) {
        assertThat(of(role).mayWrite("Practitioner", Letter.CREATE)).isEqualTo(staff);
        assertThat(of(role).mayWrite("PractitionerRole", Letter.UPDATE)).isEqualTo(staff);
        assertThat(of(role).mayWrite("Organization", Letter.CREATE)).isEqualTo(facilities);
        assertThat(of(role).mayWrite("Observation", Letter.CREATE)).isEqualTo(findings);
        assertThat(of(role).mayTransact()).isEqualTo(staff);
    }

    @ParameterizedTest
    @CsvSource({
        "$register-anc, MIDWIFE SUPERVISOR",
        "$record-anc-visit, MIDWIFE SUPERVISOR DOCTOR CLINIC_NURSE",
        "$grade-risk, MIDWIFE SUPERVISOR DOCTOR CLINIC_NURSE",
        "$assess-risk, MIDWIFE SUPERVISOR DOCTOR CLINIC_NURSE SYSTEM",
        "$match-phn, MIDWIFE SUPERVISOR SYSTEM",
        "$match, MIDWIFE SUPERVISOR SYSTEM",
        "$issue-phn, MIDWIFE SUPERVISOR ADMINISTRATOR SYSTEM",
        "$anc-summary, MIDWIFE SUPERVISOR DOCTOR CLINIC_NURSE MOTHER SYSTEM",
        "$check-in, DOCTOR CLINIC_NURSE",
        "$break-glass, DOCTOR",
        "$arrange-appointment, MIDWIFE SUPERVISOR DOCTOR",
        "$update-contact, MIDWIFE SUPERVISOR",
        "$review-emergency, SUPERVISOR PRIVACY_OFFICER",
        "$answer-mother, MIDWIFE SUPERVISOR DOCTOR PRIVACY_OFFICER",
        "$export, SYSTEM",
        "$everything, SYSTEM"
    })
    void opensToTheseRolesAndNoOther(String operation, String roles) {
        var act = Act.named(operation).orElseThrow();
        var allowed = List.of(roles.split(" ", -1));
        for (var role : Role.values()) {
            assertThat(of(role).mayCall(act)).as(role.name()).isEqualTo(allowed.contains(role.name()));
        }
    }

    @Test
    void aMotherAsksThroughAnAppThatMayWriteForHer() {
        var act = Act.named("$ask-clinic").orElseThrow();
        assertThat(of(Role.MOTHER, "patient/*.cruds").mayCall(act)).isTrue();
        assertThat(of(Role.MOTHER, "patient/*.rs").mayCall(act)).isFalse();
        assertThat(of(Role.MIDWIFE).mayCall(act)).isFalse();
    }

    @Test
    void knowsNoOtherOperation() {
        for (var operation : List.of("$meta", "$expunge", "$graphql", "$validate", "$lastn", "null")) {
            assertThat(Act.named(operation)).isEmpty();
        }
    }

    private AccessDecision of(Role role) {
        return of(
                role,
                switch (role) {
                    case SYSTEM -> "system/*.cruds";
                    case MOTHER -> "patient/*.rs";
                    default -> "user/*.cruds";
                });
    }

    private AccessDecision of(Role role, String scopes) {
        var id = role == Role.MOTHER ? NIMALI : "Practitioner/9";
        var caller = new Caller(
                id, role, CLINIC, Set.of(AREA), Set.of(scopes.split(" ", -1)), "tests", Purpose.TREATMENT, null);
        return new AccessDecision(caller, relationships, Set::copyOf);
    }

    private static Observation weight(String patient) {
        return new Observation().setStatus(ObservationStatus.FINAL).setSubject(new Reference(patient));
    }

    private static Task task(String patient, String kind) {
        var task = new Task().setFor(new Reference(patient));
        task.getCode()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-task")
                .setCode(kind);
        return task;
    }

    private static Patient patient(String reference) {
        var patient = new Patient();
        patient.setId(reference);
        return patient;
    }

    /** Every unit cares for Nimali and for nobody else. */
    private static final class Counted implements CareRelationships {

        private final List<Set<String>> asked = new ArrayList<>();
        private final List<Set<String>> units = new ArrayList<>();

        @Override
        public Set<String> caredFor(Caller caller, Collection<String> patients) {
            units.add(caller.careUnits());
            return found(patients);
        }

        @Override
        public Set<String> openedInEmergency(Caller doctor, Collection<String> patients) {
            return Set.of();
        }

        @Override
        public Set<String> openToClinic(Caller caller, Collection<String> patients) {
            return Set.of();
        }

        @Override
        public Set<String> openToPrograms(Collection<String> patients) {
            asked.add(Set.copyOf(patients));
            return patients.stream().filter(patient -> !patient.equals(CLOSED)).collect(Collectors.toSet());
        }

        private Set<String> found(Collection<String> patients) {
            asked.add(Set.copyOf(patients));
            return patients.contains(NIMALI) ? Set.of(NIMALI) : Set.of();
        }
    }
}
