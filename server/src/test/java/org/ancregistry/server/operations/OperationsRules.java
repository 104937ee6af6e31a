package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the operations promise to a client, on whichever database. */
abstract class OperationsRules {

    private final Clinic clinic = new Clinic(registry());

    abstract RunningRegistry registry();

    /** How many women are registered twice at once. */
    abstract int pairs();

    @Test
    void takesAMotherIntoCareAndShowsHer() {
        var answer = register(Clinic.woman("Nimali Perera"));
        var patient = Clinic.reference(answer, "patient");
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("true");
        assertThat(phn(answer)).startsWith(clinic.pointOfIssue).hasSize(11);
        var summary = summary(patient);
        assertThat(summary.getEntryFirstRep().getResource()).isInstanceOf(Patient.class);
        assertThat(resources(summary, Condition.class)).hasSize(1);
        assertThat(resources(summary, Encounter.class)).hasSize(1);
        assertThat(types(summary))
                .contains("EpisodeOfCare", "Observation", "CarePlan", "Consent", "Practitioner", "Organization");
        assertThat(resources(summary, Patient.class)
                        .get(0)
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(phn(answer));
    }

    @Test
    void takesAVerifiedMotherFromHerOwnAuthentication() {
        var answer = clinic.ask(clinic.midwife, "$register-anc", clinic.verified(Clinic.id(), Clinic.id()));
        assertThat(Clinic.text(answer, "verified")).isEqualTo("true");
        var shown = resources(summary(Clinic.reference(answer, "patient")), Patient.class)
                .get(0);
        assertThat(shown.getNameFirstRep().getText()).isEqualTo("නිමාලි පෙරේරා");
    }

    @Test
    void registersAVerifiedWomanOnceForWhomTwoAskAtOnce() throws ExecutionException, InterruptedException {
        for (var pair = 0; pair < pairs(); pair++) {
            var subject = Clinic.id();
            var outcomes = atOnce(
                    () -> outcome(clinic.verified(Clinic.id(), subject)),
                    () -> outcome(clinic.verified(Clinic.id(), subject)));
            assertThat(outcomes).containsExactlyInAnyOrder("registered", "subject-already-registered");
        }
    }

    @Test
    void writesOnlyWhatTheGuideAllows() {
        var asked = clinic.verified(Clinic.id(), Clinic.id());
        Clinic.everyAnswer(asked);
        var registered = clinic.ask(clinic.midwife, "$register-anc", asked);
        var patient = Clinic.reference(registered, "patient");
        clinic.ask(clinic.doctor, "$check-in", arrival(phn(registered), "1996-04-17"));
        var visit = clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        clinic.everythingThatFollows(visit);
        clinic.ask(clinic.doctor, "$record-anc-visit", patient, visit);
        assertThat(clinic.problemsIn(patient)).isEmpty();
        var unverified = Clinic.reference(register(Clinic.woman("Not Verified")), "patient");
        assertThat(clinic.problemsIn(unverified)).isEmpty();
    }

    @Test
    void answersASecondPressWithTheSameRegistration() {
        var asked = clinic.registration(Clinic.id(), Clinic.woman("Kamala Silva"));
        var first = clinic.ask(clinic.midwife, "$register-anc", asked);
        var second = clinic.ask(clinic.midwife, "$register-anc", asked);
        assertThat(Clinic.reference(second, "patient")).isEqualTo(Clinic.reference(first, "patient"));
        assertThat(phn(second)).isEqualTo(phn(first));
        assertThat(Clinic.text(second, "repeated")).isEqualTo("true");
    }

    @Test
    void leavesNothingBehindWhenAnAnswerIsImpossible() {
        var asked = clinic.registration(Clinic.id(), Clinic.woman("Nobody Atall"));
        Clinic.answer(asked, "haemoglobin", new DecimalType("95"));
        var before = counts();
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.midwife, "$register-anc", asked)))
                .isEqualTo("answer-invalid");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void registersAWomanOnceForWhomTwoAskAtOnce() throws ExecutionException, InterruptedException {
        for (var pair = 0; pair < pairs(); pair++) {
            var woman = Clinic.womanWithNumber(Names.of(pair));
            var outcomes = atOnce(
                    () -> outcome(clinic.registration(Clinic.id(), woman)),
                    () -> outcome(clinic.registration(Clinic.id(), woman)));
            assertThat(outcomes).containsExactlyInAnyOrder("registered", "subject-already-registered");
        }
    }

    @Test
    void answersOneRequestSentTwiceAtOnceWithOneRegistration() throws ExecutionException, InterruptedException {
        for (var pair = 0; pair < pairs(); pair++) {
            var asked = clinic.registration(Clinic.id(), Clinic.woman("Pressed Twice"));
            var patients = atOnce(
                    () -> Clinic.reference(clinic.ask(clinic.midwife, "$register-anc", asked), "patient"),
                    () -> Clinic.reference(clinic.ask(clinic.midwife, "$register-anc", asked), "patient"));
            assertThat(patients.get(0)).isEqualTo(patients.get(1));
        }
    }

    @Test
    void givesHerOneNumberForEver() {
        var registered = register(Clinic.woman("Has Anumber"));
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        var answer = clinic.ask(clinic.midwife, "$issue-phn", Clinic.reference(registered, "patient"), asked);
        assertThat(phn(answer)).isEqualTo(phn(registered));
        assertThat(Clinic.text(answer, "issued")).isEqualTo("false");
    }

    @Test
    void reservesABlockForAnAdministrator() {
        var administrator = TestTokens.caller("Practitioner/1", Role.ADMINISTRATOR, clinic.fieldClinic);
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "count", new IntegerType(100));
        assertThat(clinic.ask(administrator, "$issue-phn", asked).getParameter().stream()
                        .filter(parameter -> parameter.getName().equals("phn"))
                        .map(parameter -> ((Identifier) parameter.getValue()).getValue()))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void laysAKnownMotherBesideTheWomanWhoIsPresent() {
        var registered = register(Clinic.woman("Malini Kumari Fonseka"));
        var asked = new Parameters().addParameter("phn", phn(registered));
        asked.addParameter().setName("resource").setResource(Clinic.woman("M K Fonseka"));
        var candidate = clinic.ask(clinic.midwife, "$match-phn", asked).getParameter("candidate");
        assertThat(candidate.getPart().stream().map(part -> part.getName()))
                .contains("patient", "phn", "score", "grade", "likely-relative", "field");
        var elsewhere = TestTokens.caller("Practitioner/1", Role.MIDWIFE, clinic.fieldClinic, "Organization/999");
        assertThat(Clinic.refusal(() -> clinic.ask(elsewhere, "$match-phn", asked)))
                .isEqualTo("not-found");
    }

    @Test
    void findsAWomanByHerNameHoweverItIsSpelled() {
        var registered = register(Clinic.woman("Chandrika Wickremasinghe"));
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(Clinic.woman("Wikramasinha Chandrika"));
        var candidates = clinic.ask(clinic.midwife, "$match-phn", asked).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("candidate"))
                .map(candidate -> ((Reference) candidate.getPart().get(0).getValue()).getReference());
        assertThat(candidates).contains(Clinic.reference(registered, "patient"));
    }

    @Test
    void checksAMotherInAndLetsTheDoctorWrite() {
        var registered = register(Clinic.woman("Checked Inwoman"));
        var patient = Clinic.reference(registered, "patient");
        assertThat(Clinic.refusal(() -> summaryFor(clinic.doctor, patient))).isEqualTo("not-found");
        var checkedIn = clinic.ask(clinic.doctor, "$check-in", arrival(phn(registered), "1994-05-06"));
        assertThat(Clinic.reference(checkedIn, "patient")).isEqualTo(patient);
        var asked = clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        var next = asked.addParameter().setName("next-appointment");
        next.addPart().setName("start").setValue(new DateTimeType("2030-01-07T09:00:00+05:30"));
        var visited = clinic.ask(clinic.doctor, "$record-anc-visit", patient, asked);
        assertThat(Clinic.reference(visited, "appointment")).startsWith("Appointment/");
        var summary = summaryFor(clinic.doctor, patient);
        assertThat(resources(summary, Encounter.class)).hasSize(3);
        assertThat(resources(summary, Observation.class))
                .anyMatch(observation ->
                        observation.getEncounter().getReference().equals(Clinic.reference(visited, "contact")));
    }

    @Test
    void answersEveryMissAtTheClinicsDoorAlike() {
        var registered = register(Clinic.woman("Missed Atthedoor"));
        var wrongDate = arrival(phn(registered), "1994-05-07");
        var wrongNumber = arrival("9902BCDFGHJ", "1994-05-06");
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.doctor, "$check-in", wrongDate)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.doctor, "$check-in", wrongNumber)))
                .isEqualTo("not-found");
    }

    @Test
    void stopsSomebodyWhoTriesTooManyNumbers() {
        var guesser = TestTokens.caller("Practitioner/" + Clinic.id().substring(0, 8), Role.DOCTOR, clinic.hospital);
        var asked = arrival("9902BCDFGHJ", "1994-05-06");
        for (var attempt = 0; attempt < 30; attempt++) {
            assertThat(Clinic.refusal(() -> clinic.ask(guesser, "$check-in", asked)))
                    .isEqualTo("not-found");
        }
        assertThat(Clinic.refusal(() -> clinic.ask(guesser, "$check-in", asked)))
                .isEqualTo("too-many-attempts");
    }

    @Test
    void tellsAWriterWhatChangedMeanwhile() {
        var registered = register(Clinic.woman("Written Meanwhile"));
        var patient = Clinic.reference(registered, "patient");
        var version = Clinic.text(registered, "version");
        clinic.ask(clinic.midwife, "$record-anc-visit", patient, clinic.visit(Clinic.id(), version));
        var late = clinic.visit(Clinic.id(), version);
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.midwife, "$record-anc-visit", patient, late)))
                .isEqualTo("version-conflict");
        assertThat(resources(summary(patient), Encounter.class)).hasSize(2);
    }

    @Test
    void writesOneOfTwoVisitsThatAreBasedOnTheSameVersion() throws ExecutionException, InterruptedException {
        var registered = register(Clinic.woman("Two Atonce"));
        var patient = Clinic.reference(registered, "patient");
        var version = Clinic.text(registered, "version");
        var outcomes = atOnce(() -> visitOutcome(patient, version), () -> visitOutcome(patient, version));
        assertThat(outcomes).containsExactlyInAnyOrder("recorded", "version-conflict");
    }

    @Test
    void strikesOutAContactThatWasEnteredInError() {
        var registered = register(Clinic.woman("Struck Out"));
        var patient = Clinic.reference(registered, "patient");
        var visited = clinic.ask(
                clinic.midwife,
                "$record-anc-visit",
                patient,
                clinic.visit(Clinic.id(), Clinic.text(registered, "version")));
        var correction = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", Clinic.text(visited, "version"));
        Clinic.add(correction, "contact-date", DateTimeType.now());
        Clinic.add(correction, "contact-type", new CodeType("hospital-clinic"));
        Clinic.add(correction, "corrects", new Reference(Clinic.reference(visited, "contact")));
        Clinic.add(correction, "correction", new CodeType("entered-in-error"));
        Clinic.add(correction, "correction-reason", Clinic.string("Another woman's visit"));
        clinic.ask(clinic.midwife, "$record-anc-visit", patient, correction);
        assertThat(observationsOf(patient).stream()
                        .filter(observation ->
                                observation.getEncounter().getReference().equals(Clinic.reference(visited, "contact"))))
                .isNotEmpty()
                .allMatch(observation -> observation.getStatus().toCode().equals("entered-in-error"));
    }

    @Test
    void storesNoAsAnObservation() {
        var summary = summary(Clinic.reference(register(Clinic.woman("Said No")), "patient"));
        assertThat(resources(summary, Observation.class))
                .anyMatch(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("ANC.B6.DE93")
                                && observation.getValue() instanceof BooleanType said
                                && !said.booleanValue());
        assertThat(resources(summary, Condition.class))
                .noneMatch(condition ->
                        condition.getCode().getCodingFirstRep().getCode().equals("ANC.B6.DE93"));
    }

    private Parameters register(Patient woman) {
        return clinic.ask(clinic.midwife, "$register-anc", clinic.registration(Clinic.id(), woman));
    }

    private String outcome(Parameters registration) {
        var asked = registration;
        try {
            clinic.ask(clinic.midwife, "$register-anc", asked);
            return "registered";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private String visitOutcome(String patient, String version) {
        try {
            clinic.ask(clinic.midwife, "$record-anc-visit", patient, clinic.visit(Clinic.id(), version));
            return "recorded";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private static String code(BaseServerResponseException refused) {
        return Clinic.refusal(() -> {
            throw refused;
        });
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

    private static Parameters arrival(String phn, String born) {
        var asked = new Parameters().addParameter("phn", phn);
        Clinic.add(asked, "birth-date", new DateType(born));
        return asked;
    }

    /** The summary reads HAPI's tables by itself; that it reads them right, HAPI's own operation says. */
    @Test
    void readsTheWholeRecordAsHapiDoes() {
        var asked = clinic.verified(Clinic.id(), Clinic.id());
        Clinic.everyAnswer(asked);
        var registered = clinic.ask(clinic.midwife, "$register-anc", asked);
        var patient = Clinic.reference(registered, "patient");
        var visit = clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        clinic.everythingThatFollows(visit);
        clinic.ask(clinic.midwife, "$record-anc-visit", patient, visit);
        giveLabels(patient);
        var types = List.of("Patient", "EpisodeOfCare", "Encounter", "Observation", "Condition", "CarePlan", "Consent");
        var record = registry().bean(WholeRecord.class).of(patient, types, 1000);
        assertThat(record).hasSizeGreaterThan(20);
        assertThat(Everything.encoded(record)).isEqualTo(new Everything(registry()).about(patient, types));
    }

    /** As a system may load them: two labels, and where the resource came from. */
    private void giveLabels(String patient) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Observation.class);
        var observed = new Observation().setStatus(ObservationStatus.FINAL).setSubject(new Reference(patient));
        observed.getCode().setText("Blood group");
        observed.getMeta().addSecurity("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted");
        observed.getMeta().addTag("https://ancregistry.org/fhir/test", "loaded", "Loaded");
        observed.getMeta().setSource("https://lab.example/results");
        dao.create(observed, new SystemRequestDetails());
    }

    @Test
    void takesTheNewestOfARecordThatIsTooLong() {
        var patient = Clinic.reference(register(Clinic.woman("Many Findings")), "patient");
        var cut = registry().bean(WholeRecord.class).of(patient, List.of("Observation", "Condition"), 1);
        assertThat(cut.stream().map(Resource::fhirType)).hasSize(2).contains("Patient");
    }

    private Bundle summary(String patient) {
        return summaryFor(clinic.midwife, patient);
    }

    /** As they are stored: who cares for her is not shown what was struck out. */
    private List<Observation> observationsOf(String patient) {
        var hers = SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient));
        return registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Observation.class)
                .search(hers, new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Observation.class::cast)
                .toList();
    }

    private Bundle summaryFor(Caller caller, String patient) {
        return clinic.as(caller)
                .operation()
                .onInstance(new IdType(patient))
                .named("$anc-summary")
                .withNoParameters(Parameters.class)
                .useHttpGet()
                .returnResourceType(Bundle.class)
                .execute();
    }

    private List<Integer> counts() {
        var jdbc = registry().bean(JdbcTemplate.class);
        return List.of("HFJ_RESOURCE", "issued_phn", "phn_holder", "registry_request", "strong_key").stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }

    private static String phn(Parameters answer) {
        return ((Identifier) answer.getParameter("phn").getValue()).getValue();
    }

    private static List<String> types(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().fhirType())
                .toList();
    }

    private static <R extends Resource> List<R> resources(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
