package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What keeps a woman from having two records, on whichever database. */
abstract class MatchingRules {

    /** How many women are registered twice at once. */
    private static final int PAIRS = Boolean.getBoolean("anc.long") ? 1_000 : 100;

    private static final List<String> GIVEN = List.of(
            "Kumar", "Dilhan", "Sewwand", "Ruwan", "Nilmin", "Chathur", "Malkanth", "Lalan", "Indran", "Pavithr");
    private static final List<String> FAMILY = List.of(
            "Perera",
            "Fernando",
            "Bandara",
            "Jayasinghe",
            "Herath",
            "Gunawardena",
            "Liyanage",
            "Ekanayake",
            "Mendis",
            "Tennakoon");
    private static final List<String> VILLAGES = List.of(
            "Kelegama",
            "Mullegama",
            "Dambawa",
            "Hiriwela",
            "Pallewatta",
            "Udugoda",
            "Ranpokuna",
            "Siyambala",
            "Welipitiya",
            "Galmaduwa");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Clinic clinic = new Clinic(registry());
    private final String house = COUNT.incrementAndGet() + "/7, Lake Road, Mullegama";

    abstract RunningRegistry registry();

    @Test
    void findsARegisteredWomanWhateverOneThingIsWrong() {
        var herself = registered(woman("Sanduni", "1998-11-21", "0712345678"));
        var married = woman("Sandunee", "1998-11-21", "0769999999");
        married.getNameFirstRep().setText("Sandunee Madushani Jayasuriya");
        for (var other : List.of(
                woman("Sanduni", "1998-12-21", "0712345678"), woman("S.", "1998-11-21", "0712345678"), married)) {
            assertThat(candidates(other))
                    .anySatisfy(found -> assertThat(reference(found)).isEqualTo(herself));
        }
    }

    @Test
    void stopsASecondRecordOfAWomanWithoutANumber() {
        var herself = registered(woman("Dilhani", "1997-10-19", "0712345001"));
        var again = clinic.registration(Clinic.id(), woman("Dilhanee", "1997-10-19", "0712345001"));
        assertThat(Clinic.refusal(() -> clinic.ask(clinic.midwife, "$register-anc", again)))
                .isEqualTo("likely-registered");
        Clinic.add(again, "different-from", new Reference(herself));
        var other = Clinic.reference(clinic.ask(clinic.midwife, "$register-anc", again), "patient");
        assertThat(other).isNotEqualTo(herself);
    }

    @Test
    void registersATwinAndASisterOfOneHouseWithOnePhoneAndSaysThatTheyAreRelatives() {
        var first = registered(woman("Ishara", "1995-07-13", "0712345002"));
        var twin = woman("Nirmala", "1995-07-13", "0712345002");
        var sister = woman("Chathurika", "1999-02-03", "0712345002");
        for (var relative : List.of(twin, sister)) {
            assertThat(candidates(relative))
                    .filteredOn(found -> reference(found).equals(first))
                    .allSatisfy(found -> {
                        assertThat(text(found, "likely-relative")).isEqualTo("true");
                        assertThat(text(found, "grade")).isEqualTo("possible");
                    });
        }
        assertThat(candidates(twin)).isNotEmpty();
        assertThat(registered(twin)).isNotEqualTo(first);
        assertThat(registered(sister)).isNotEqualTo(first);
    }

    @Test
    void registersAWomanOfWhomNothingUniqueIsKnownOnceForWhomTwoAskAtOnce()
            throws ExecutionException, InterruptedException {
        for (var pair = 0; pair < PAIRS; pair++) {
            assertThat(atOnce(ofPair(pair, "i"), ofPair(pair, "y")))
                    .as("pair " + pair)
                    .containsExactlyInAnyOrder("registered", "likely-registered");
        }
    }

    /** The same woman for the same number, and no two alike: her name ends so in one midwife's hearing. */
    private static Patient ofPair(int pair, String ending) {
        var village = VILLAGES.get(pair / 100 % 10);
        var woman = new Patient()
                .setGender(AdministrativeGender.FEMALE)
                .setBirthDateElement(new DateType(
                        LocalDate.of(1980, 1, 2).plusDays(pair * 7L).toString()));
        woman.addName().setText(GIVEN.get(pair % 10) + ending + " " + FAMILY.get(pair / 10 % 10));
        woman.addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue(String.format(Locale.ROOT, "077%07d", pair * 7_919L));
        woman.addAddress().setText(pair + 1 + "/3, Mill Lane, " + village);
        return woman;
    }

    @Test
    void followsARecordThatChangesAndForgetsOneThatIsOutOfUse() {
        var herself = registered(woman("Menaka", "1996-08-17", "0712345003"));
        change(herself, patient -> patient.getNameFirstRep().setText("Nadeesha Gunawardena"));
        var known =
                new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1996-08-17"));
        known.addName().setText("Nadeesha Gunawardena");
        known.addAddress().setText(house);
        assertThat(candidates(known))
                .anySatisfy(found -> assertThat(reference(found)).isEqualTo(herself));
        change(herself, patient -> patient.setActive(false));
        assertThat(candidates(known)).noneMatch(found -> reference(found).equals(herself));
        assertThat(keysOf(herself)).isZero();
    }

    @Test
    void answersAnotherProgramAsFhirsMatchAndWritesDownWhomItWasTold() {
        var herself = registered(woman("Yashodha", "1992-03-15", "0712345004"));
        var hospital = TestTokens.caller(Clinic.id(), Role.SYSTEM, null);
        var known = woman("Yasoda", "1992-03-15", "0712345004");
        assertThat(match(hospital, known).getEntry())
                .as("she said yes to her midwife only")
                .isEmpty();
        letProgramsIn(herself);
        var answer = match(hospital, known);
        assertThat(answer.getType()).isEqualTo(BundleType.SEARCHSET);
        var likeliest = answer.getEntryFirstRep();
        assertThat("Patient/" + likeliest.getResource().getIdElement().getIdPart())
                .isEqualTo(herself);
        assertThat(likeliest.getSearch().getMode()).isEqualTo(SearchEntryMode.MATCH);
        assertThat(likeliest.getSearch().getScore().doubleValue()).isBetween(0.9, 1.0);
        assertThat(likeliest
                        .getSearch()
                        .getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/match-grade")
                        .getValue()
                        .primitiveValue())
                .isIn("certain", "probable");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(rowsOfTheTrail(hospital, herself)).isEqualTo(1));
    }

    @Test
    void letsNobodyMatchWithoutTheScopeOrARoleForIt() {
        var someone = woman("Yashodha", "1992-03-15", "0712345004");
        var reader = TestTokens.caller(Clinic.id(), Role.SYSTEM, null);
        var lab = new Caller(
                reader.id(),
                Role.SYSTEM,
                null,
                Set.of(),
                Set.of("system/Observation.rs", "system/Patient.r"),
                "tests",
                Purpose.OPERATIONS,
                "test-" + Clinic.id());
        assertThat(Clinic.refusal(() -> match(lab, someone))).isEqualTo("forbidden");
        assertThat(Clinic.refusal(() -> match(clinic.doctor, someone))).isEqualTo("forbidden");
    }

    private Bundle match(Caller caller, Patient woman) {
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(woman);
        return clinic.as(caller)
                .operation()
                .onType(Patient.class)
                .named("$match")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();
    }

    private int rowsOfTheTrail(Caller caller, String patient) {
        var rows = registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit_event where agent = ? and patient = ?",
                        Integer.class,
                        caller.id(),
                        patient);
        return rows == null ? 0 : rows;
    }

    private int keysOf(String patient) {
        var number = registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from match_key where person = ?",
                        Integer.class,
                        new IdType(patient).getIdPartAsLong());
        return number == null ? -1 : number;
    }

    private void change(String patient, Consumer<Patient> change) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Patient.class);
        var read = dao.read(new IdType(patient), new SystemRequestDetails());
        change.accept(read);
        dao.update(read, new SystemRequestDetails());
    }

    /** As her own sign-in proves what she told the midwife. */
    private void letProgramsIn(String patient) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Consent.class);
        var hers = SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient));
        dao.search(hers, new SystemRequestDetails()).getAllResources().forEach(found -> {
            var consent = (Consent) found;
            consent.addVerification().setVerified(true);
            dao.update(consent, new SystemRequestDetails());
        });
    }

    private Patient woman(String given, String born, String phone) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType(born));
        woman.addName().setText("Hettiarachchige " + given + " Madushani Wickramasinghe");
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        woman.addAddress().setText(house);
        return woman;
    }

    private String registered(Patient woman) {
        var asked = clinic.registration(Clinic.id(), woman);
        return Clinic.reference(clinic.ask(clinic.midwife, "$register-anc", asked), "patient");
    }

    private List<ParametersParameterComponent> candidates(Patient woman) {
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(woman);
        return clinic.ask(clinic.midwife, "$match-phn", asked).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("candidate"))
                .toList();
    }

    private static String reference(ParametersParameterComponent candidate) {
        return part(candidate, "patient")
                .map(part -> ((Reference) part.getValue()).getReference())
                .findFirst()
                .orElseThrow();
    }

    private static String text(ParametersParameterComponent candidate, String name) {
        return part(candidate, name)
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ParametersParameterComponent> part(ParametersParameterComponent candidate, String name) {
        return candidate.getPart().stream().filter(part -> part.getName().equals(name));
    }

    private List<String> atOnce(Patient one, Patient other) throws ExecutionException, InterruptedException {
        var runners = Executors.newFixedThreadPool(2);
        try {
            var running = Stream.of(one, other)
                    .map(woman -> runners.submit(() -> outcome(woman)))
                    .toList();
            var outcomes = new ArrayList<String>();
            for (var each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            runners.shutdownNow();
        }
    }

    private String outcome(Patient woman) {
        var asked = clinic.registration(Clinic.id(), woman);
        try {
            clinic.ask(clinic.midwife, "$register-anc", asked);
            return "registered";
        } catch (BaseServerResponseException refused) {
            var outcome = (OperationOutcome) refused.getOperationOutcome();
            return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
        }
    }
}
