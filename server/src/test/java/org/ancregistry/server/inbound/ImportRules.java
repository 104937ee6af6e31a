package org.ancregistry.server.inbound;

import static org.ancregistry.server.inbound.ImportDesk.patient;
import static org.ancregistry.server.inbound.ImportDesk.response;
import static org.ancregistry.server.inbound.ImportDesk.said;
import static org.ancregistry.server.inbound.ImportDesk.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised to a sync agent that posts its Bundle, on whichever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportRules {

    private static final String WHO = "http://smart.who.int/anc";
    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");

    private final ImportDesk desk = ImportDesk.at(registry());

    abstract RunningRegistry registry();

    @Test
    void takesTheRecordedBundleAtTheFhirBaseAsItIs() {
        var answer = desk.taken(AgentBundle.recorded());
        assertThat(answer.getEntry()).hasSize(23);
        var patient = patient(answer);
        assertThat(desk.problems(patient)).isEmpty();
        assertThat(said(answer, AgentBundle.MOTHER)).contains("phn-to-decide", "detail-kept-whole");
        assertThat(said(answer, AgentBundle.REGISTRATION)).contains("time-zone-added", "outcome-unknown");
        assertThat(desk.record(patient, EpisodeOfCare.class))
                .extracting(EpisodeOfCare::getStatus)
                .containsExactly(EpisodeOfCareStatus.FINISHED);
        assertThat(desk.record(patient, Patient.class).get(0).getIdentifier())
                .extracting(Identifier::getSystem)
                .containsExactly("urn:dhis2:anc:regno");
        assertThat(desk.record(patient, Task.class))
                .filteredOn(task -> task.getCode().getCodingFirstRep().getCode().equals("decide-match"))
                .singleElement()
                .satisfies(task -> assertThat(task.getInputFirstRep().getValue().primitiveValue())
                        .isEqualTo("12345678"));
    }

    @Test
    void storesWhatWasSaidInTheWordsOfTheGuide() {
        var sent = new AgentBundle();
        var answer = desk.taken(sent.json());
        var patient = patient(answer);
        assertThat(desk.problems(patient)).isEmpty();
        var record = desk.record(patient, Patient.class).get(0);
        assertThat(record.getNameFirstRep().getFamily()).isNull();
        assertThat(record.getNameFirstRep().getText()).startsWith("Kusuma ");
        assertThat(record.getIdentifier())
                .extracting(Identifier::getSystem, Identifier::getValue)
                .contains(tuple("https://fhir.health.gov.lk/id/phn", sent.phn));
        assertThat(value(patient, "ANC.B6.DE24")).isEqualTo("3");
        assertThat(value(patient, "ANC.B6.DE32")).isEqualTo("2");
        assertThat(desk.record(patient, Observation.class))
                .filteredOn(one ->
                        one.getCode().getCoding().stream().anyMatch(coding -> "consanguinity".equals(coding.getCode())))
                .singleElement()
                .satisfies(one -> assertThat(((BooleanType) one.getValue()).booleanValue())
                        .isFalse());
        assertThat(desk.record(patient, EpisodeOfCare.class)).singleElement().satisfies(pregnancy -> {
            assertThat(pregnancy.getStatus()).isEqualTo(EpisodeOfCareStatus.ACTIVE);
            assertThat(pregnancy.getManagingOrganization().getReference()).isEqualTo(ImportDesk.AREA);
        });
        assertThat(desk.record(patient, Encounter.class))
                .extracting(contact -> contact.getPeriod().getStartElement().getValueAsString())
                .allSatisfy(start -> assertThat(start).endsWith("+05:30"));
        assertThat(value(patient, "ANC.B6.DE22"))
                .isEqualTo(LocalDate.now(COLOMBO).minusDays(77).plusDays(280).toString());
    }

    @Test
    void storesNoDiagnosisThatMayHaveBeenANo() {
        var sent = new AgentBundle();
        var answer = desk.taken(sent.json());
        var patient = patient(answer);
        for (var element : List.of("R4EnBNPKblS", "plTkCmySMzT", "J3eLUAZkM6M", "RpRCMceQhks")) {
            assertThat(said(answer, sent.entry(element))).containsExactly("undecidable");
            assertThat(response(answer, sent.entry(element)).getStatus()).startsWith("202");
            assertThat(response(answer, sent.entry(element)).hasLocation()).isFalse();
        }
        assertThat(desk.record(patient, Condition.class)).isEmpty();
        assertThat(desk.record(patient, Immunization.class)).isEmpty();
        assertThat(desk.record(patient, MedicationStatement.class))
                .extracting(medicine -> medicine.getMedicationCodeableConcept().getText())
                .containsExactly("Vitamin C given with iron");
        assertThat(desk.record(patient, Task.class))
                .filteredOn(task -> task.getCode().getCodingFirstRep().getCode().equals("complete-import"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getDescription())
                            .contains("Heart disease", "Hypertension", "Folic acid", "Rubella");
                    assertThat(task.getOwner().getReference()).isEqualTo(ImportDesk.AREA);
                });
    }

    @Test
    void saysOfEachEntryWhatBecameOfIt() {
        var sent = new AgentBundle();
        var answer = desk.taken(sent.json());
        assertThat(response(answer, AgentBundle.MOTHER).getStatus()).startsWith("201");
        assertThat(said(answer, sent.entry("Y3xF4qecAVw"))).contains("time-zone-added", "unit-added", "code-mapped");
        assertThat(response(answer, sent.entry("Y3xF4qecAVw")).getLocation()).startsWith("Observation/");
        assertThat(said(answer, sent.entry("r5TIiovGHdi"))).contains("worked-out-here");
        assertThat(said(answer, sent.entry("No3jJWIR7bn"))).contains("differs");
        assertThat(said(answer, sent.entry("BqkEw3MQDNI"))).contains("kept-as-note");
        assertThat(said(answer, sent.entry("yQk0w6KiXHJ"))).contains("grade-missing");
        assertThat(said(answer, AgentBundle.VISIT_CONTACT)).contains("start-from-end");
        var contact = desk.record(patient(answer), Encounter.class).stream()
                .filter(one ->
                        one.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-note") != null)
                .map(one -> one.getExtensionString("https://ancregistry.org/fhir/StructureDefinition/anc-note"))
                .toList();
        assertThat(String.join("\n", contact))
                .contains(
                        "Age of the youngest child in years: 4",
                        "History of subfertility: no",
                        "Sugar in the urine: yes")
                .contains("could not tell: Heart disease, Hypertension, Folic acid, Rubella immunisation");
    }

    @Test
    void keepsOneHalfOfABloodPressure() {
        var answer = desk.taken(new AgentBundle().json());
        assertThat(desk.record(patient(answer), Observation.class))
                .filteredOn(Observation::hasComponent)
                .singleElement()
                .satisfies(pressure -> {
                    assertThat(pressure.getComponent().get(0).getValueQuantity().getValue())
                            .isEqualByComparingTo("120");
                    assertThat(pressure.getComponent().get(1).hasValue()).isFalse();
                    assertThat(pressure.getComponent().get(1).hasDataAbsentReason())
                            .isTrue();
                });
    }

    @Test
    void readsTheHaemoglobinThatTheAgentWritesUnderANameOfItsOwn() {
        var sent = new AgentBundle();
        sent.addToVisit("cw35l7X4hnV", "http://snomed.info/sct", "104718002").put("valueDecimal", 10.4);
        sent.addToVisit("QMCuOLLRHHD", "http://snomed.info/sct", "271650006").put("valueInteger", 80);
        for (var where : List.of("Patient/$import-anc-bundle", "")) {
            var answer = taken(desk.api().post(ImportDesk.agent(), where, sent.json()));
            assertThat(said(answer, sent.entry("cw35l7X4hnV"))).contains("value-recovered", "unit-added");
            assertThat(value(patient(answer), "ANC.B9.DE186")).isEqualTo("10.4");
        }
        assertThat(desk.registeredAs(sent.registrationNumber)).hasSize(1);
    }

    @Test
    void changesNothingWhenTheSameBundleComesTwice() {
        var sent = new AgentBundle();
        var first = desk.toTheBase(sent.json());
        var before = desk.asJson(patient(taken(first)));
        var second = desk.toTheBase(sent.json());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(desk.asJson(patient(taken(second)))).isEqualTo(before);
        var asOperation = taken(desk.api().post(ImportDesk.agent(), "Patient/$import-anc-bundle", sent.json()));
        assertThat(asOperation.getIdElement().getIdPart())
                .isEqualTo(taken(first).getIdElement().getIdPart());
        assertThat(asOperation.getEntry()).hasSameSizeAs(taken(first).getEntry());
        assertThat(patient(asOperation)).isEqualTo(patient(taken(first)));
        assertThat(desk.registeredAs(sent.registrationNumber)).hasSize(1);
    }

    @Test
    void letsOneOfTwoAtOnceWin() {
        var sent = new AgentBundle();
        var other = "{\"id\":\"again\"," + sent.json().substring(1);
        var answers = Stream.of(sent.json(), sent.json(), other)
                .map(json -> CompletableFuture.supplyAsync(() -> desk.toTheBase(json)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 503));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(desk.registeredAs(sent.registrationNumber)).hasSize(1);
        assertThat(desk.record(patient(taken(desk.toTheBase(sent.json()))), Encounter.class))
                .hasSize(2);
    }

    @Test
    void addsAFurtherVisitAndLeavesTheOthersAsTheyAre() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        var versions = versions(patient);
        sent.addVisit(AgentBundle.uid(), LocalDate.now(COLOMBO), 168);
        var answer = desk.taken(sent.json());
        assertThat(patient(answer)).isEqualTo(patient);
        assertThat(said(answer, AgentBundle.REGISTRATION)).contains("unchanged");
        assertThat(said(answer, sent.entry("vuDExM32SZ6"))).contains("unchanged");
        assertThat(versions(patient)).containsAllEntriesOf(versions);
        assertThat(desk.record(patient, Encounter.class)).hasSize(3);
        assertThat(desk.problems(patient)).isEmpty();
        assertThat(desk.asJson(patient)).contains("R-BP-SEVERE");
    }

    @Test
    void strikesOutWhatIsCorrectedThere() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        sent.value("Y3xF4qecAVw").put("valueInteger", 150);
        var answer = desk.taken(sent.json());
        assertThat(said(answer, AgentBundle.VISIT_CONTACT)).contains("corrected");
        assertThat(said(answer, AgentBundle.REGISTRATION)).contains("unchanged");
        var pressures = desk.record(patient, Observation.class).stream()
                .filter(Observation::hasComponent)
                .toList();
        assertThat(pressures)
                .extracting(
                        Observation::getStatus,
                        one -> one.getComponentFirstRep()
                                .getValueQuantity()
                                .getValue()
                                .intValue())
                .containsExactlyInAnyOrder(
                        tuple(ObservationStatus.ENTEREDINERROR, 120), tuple(ObservationStatus.FINAL, 150));
        assertThat(desk.record(patient, Encounter.class))
                .extracting(Encounter::getStatus)
                .containsExactlyInAnyOrder(
                        EncounterStatus.FINISHED, EncounterStatus.FINISHED, EncounterStatus.ENTEREDINERROR);
        assertThat(desk.problems(patient)).isEmpty();
    }

    /** The agent sends registration values under the data element alone, which is the same for every mother. */
    @Test
    void doesNotMixTwoMothersUp() {
        var one = new AgentBundle();
        var first = patient(desk.taken(one.json()));
        var before = desk.asJson(first);
        var other = new AgentBundle();
        other.value("TRkCMVFhrmr").put("valueInteger", 4);
        var second = patient(desk.taken(other.json()));
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.asJson(first)).isEqualTo(before);
        assertThat(value(second, "ANC.B6.DE24")).isEqualTo("4");
    }

    @Test
    void storesNoNationalIdAndNoSubject() {
        var sent = new AgentBundle();
        var identifiers = (ArrayNode) sent.resource(AgentBundle.MOTHER).get("identifier");
        identifiers.addObject().put("system", "urn:esignet:sub").put("value", "subject-of-" + sent.trackedEntity);
        var answer = desk.toTheBase(sent.json());
        assertThat(answer.body()).doesNotContain(sent.nationalId).doesNotContain("subject-of-");
        var patient = patient(taken(answer));
        assertThat(desk.asJson(patient)).doesNotContain(sent.nationalId).doesNotContain("subject-of-");
        var hashes = registry()
                .bean(JdbcTemplate.class)
                .queryForObject("select count(*) from national_id_hash where patient = ?", Integer.class, patient);
        assertThat(hashes).isEqualTo(1);
    }

    @Test
    void saysWhichSystemBroughtIt() {
        var patient = patient(desk.taken(new AgentBundle().json()));
        assertThat(desk.record(patient, Provenance.class)).singleElement().satisfies(provenance -> {
            assertThat(provenance.getAgent()).hasSize(2);
            assertThat(provenance.getAgent().get(0).getWho().getReference()).startsWith("Practitioner/");
            assertThat(provenance.getAgent().get(1).getWho().getIdentifier().getValue())
                    .isEqualTo("dhis2-sync");
            assertThat(provenance.getTarget()).hasSizeGreaterThan(10);
        });
        var audited = registry()
                .bean(JdbcTemplate.class)
                .queryForList("select agent, action from audit_event where patient = ?", patient);
        assertThat(audited)
                .anySatisfy(row ->
                        assertThat(row).containsEntry("agent", "dhis2-sync").containsEntry("action", "C"));
    }

    @Test
    void leavesWhatTheRecordSays() {
        var sent = new AgentBundle();
        var patient = patient(desk.taken(sent.json()));
        ((ObjectNode) sent.resource(AgentBundle.MOTHER).get("telecom").get(0)).put("value", "+94710000000");
        var answer = desk.taken(sent.json());
        assertThat(said(answer, AgentBundle.MOTHER)).contains("differs");
        assertThat(desk.record(patient, Patient.class)
                        .get(0)
                        .getTelecomFirstRep()
                        .getValue())
                .isNotEqualTo("+94710000000");
    }

    @Test
    void refusesANumberOnTheRecordOfAnotherWoman() {
        var sent = new AgentBundle();
        var other = another(sent.phn);
        var refused = desk.toTheBase(sent.json());
        assertRefused(refused, "another-woman", "Bundle.entry[0].resource");
        assertThat(registry()
                        .bean(DaoRegistry.class)
                        .getResourceDao(Patient.class)
                        .read(new IdType(other), new SystemRequestDetails())
                        .getNameFirstRep()
                        .getText())
                .isEqualTo("Selvarani Kandiah");
        assertThat(desk.registeredAs(sent.registrationNumber)).isEmpty();
    }

    private String another(String phn) {
        var woman = new Patient();
        woman.addIdentifier().setSystem("https://fhir.health.gov.lk/id/phn").setValue(phn);
        woman.addName().setText("Selvarani Kandiah");
        woman.setBirthDateElement(new DateType("1985-01-31"));
        return registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .create(woman, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAllOfItForOneWrongEntryAndSaysWhich(Consumer<AgentBundle> spoil, String code, String where) {
        var sent = new AgentBundle();
        spoil.accept(sent);
        assertRefused(desk.toTheBase(sent.json()), code, where);
        assertThat(desk.registeredAs(sent.registrationNumber)).isEmpty();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                spoilt(
                        "a pressure of 900",
                        sent -> sent.value("Y3xF4qecAVw").put("valueInteger", 900),
                        "value-impossible",
                        "Bundle.entry[19].resource.value"),
                spoilt(
                        "more births than pregnancies",
                        sent -> sent.value("NPnDmeGBLsl").put("valueInteger", 3),
                        "value-impossible",
                        "Bundle.entry[14].resource.value"),
                spoilt(
                        "a visit next year",
                        sent -> period(sent, AgentBundle.VISIT_CONTACT)
                                .put("end", LocalDate.now(COLOMBO).plusYears(1) + "T10:00:00.000"),
                        "time-impossible",
                        "Bundle.entry[3].resource.period.end"),
                spoilt(
                        "a visit without a time",
                        sent -> period(sent, AgentBundle.VISIT_CONTACT).remove("end"),
                        "time-impossible",
                        "Bundle.entry[3].resource.period"),
                spoilt(
                        "a value of another mother",
                        sent -> ((ObjectNode) sent.value("Y3xF4qecAVw").get("subject"))
                                .put("reference", "Patient?identifier=urn:lk:phn|99999999999"),
                        "reference-unresolved",
                        "Bundle.entry[19].resource.subject"),
                spoilt(
                        "a value of an event that is not there",
                        sent -> ((ObjectNode) sent.value("Y3xF4qecAVw").get("encounter"))
                                .put("reference", "Encounter?identifier=urn:dhis2:eventId|zzzzzzzzzzz"),
                        "reference-unresolved",
                        "Bundle.entry[19].resource"),
                spoilt(
                        "two mothers",
                        sent -> sent.entries().add(sent.entries().get(0).deepCopy()),
                        "mother-unclear",
                        "Bundle"),
                spoilt(
                        "a man",
                        sent -> sent.resource(AgentBundle.MOTHER).put("gender", "male"),
                        "mother-unclear",
                        "Bundle.entry[0].resource.gender"),
                spoilt(
                        "a child",
                        sent -> sent.resource(AgentBundle.MOTHER).put("birthDate", "2020-01-01"),
                        "mother-unclear",
                        "Bundle.entry[0].resource.birthDate"),
                spoilt(
                        "no name",
                        sent -> sent.resource(AgentBundle.MOTHER).remove("name"),
                        "mother-unclear",
                        "Bundle.entry[0].resource.name"),
                spoilt(
                        "an unknown data element",
                        sent -> ((ObjectNode) sent.value("Y3xF4qecAVw")
                                        .get("code")
                                        .get("coding")
                                        .get(0))
                                .put("code", "1"),
                        "not-understood",
                        "Bundle.entry[19].resource"),
                spoilt(
                        "a medicine that she does not take",
                        sent -> sent.value("GCHralHLuAB").put("status", "not-taken"),
                        "not-understood",
                        "Bundle.entry[22].resource.status"),
                spoilt(
                        "a visit that is only planned",
                        sent -> sent.resource(AgentBundle.VISIT_CONTACT).put("status", "planned"),
                        "not-understood",
                        "Bundle.entry[3].resource.status"),
                spoilt(
                        "a deletion",
                        sent -> ((ObjectNode) sent.entries().get(1).get("request")).put("method", "DELETE"),
                        "not-understood",
                        "Bundle.entry[1].request.method"),
                spoilt(
                        "an event twice",
                        sent -> sent.entries().add(sent.entries().get(3).deepCopy()),
                        "not-understood",
                        "Bundle.entry[23].resource.identifier"));
    }

    private static ObjectNode period(AgentBundle sent, int entry) {
        return (ObjectNode) sent.resource(entry).get("period");
    }

    private static Arguments spoilt(String name, Consumer<AgentBundle> spoil, String code, String where) {
        return Arguments.of(Named.of(name, spoil), code, where);
    }

    @Test
    void takesAnEmptyEntryForAnEventThatIsNotCompleted() {
        var sent = new AgentBundle();
        sent.entries().addObject();
        var answer = desk.taken(sent.json());
        assertThat(said(answer, sent.entries().size() - 1)).containsExactly("value-missing");
        assertThat(response(answer, sent.entries().size() - 1).getStatus()).startsWith("202");
    }

    @Test
    void takesAWomanWithoutAPhnAsTheAgentSendsHer() {
        var sent = new AgentBundle();
        var json = sent.json().replace("\"" + sent.phn + "\"", "null").replace("|" + sent.phn, "|null");
        var answer = desk.taken(json);
        assertThat(said(answer, AgentBundle.MOTHER)).contains("phn-to-decide");
        assertThat(desk.record(patient(answer), Task.class))
                .extracting(task -> task.getCode().getCodingFirstRep().getCode())
                .contains("decide-match", "verify-later");
        assertThat(desk.problems(patient(answer))).isEmpty();
    }

    @Test
    void takesNothingFromAClientThatIsNotRegisteredForIt() {
        var sent = new AgentBundle();
        var other = ImportDesk.agent("district-reports", "system/*.cruds");
        assertThat(desk.api()
                        .post(other, "Patient/$import-anc-bundle", sent.json())
                        .refusal())
                .isEqualTo("403 forbidden");
        assertThat(desk.api().post(other, "", sent.json()).refusal()).isEqualTo("403 forbidden");
        var midwife = TestTokens.caller("Practitioner/1", Role.MIDWIFE, null);
        assertThat(desk.api()
                        .post(midwife, "Patient/$import-anc-bundle", sent.json())
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void takesNothingBeyondTheClientsScopes() {
        var sent = new AgentBundle();
        var narrow = ImportDesk.agent("dhis2-sync", "system/Patient.cruds", "system/Encounter.cruds");
        assertThat(desk.api().post(narrow, "", sent.json()).refusal()).isEqualTo("403 forbidden");
        assertThat(desk.api()
                        .post(narrow, "Patient/$import-anc-bundle", sent.inParameters())
                        .refusal())
                .isEqualTo("403 forbidden");
        assertThat(desk.registeredAs(sent.registrationNumber)).isEmpty();
    }

    private static void assertRefused(Answer answer, String code, String where) {
        assertThat(answer.refusal()).isEqualTo("422 import-refused");
        assertThat(ImportDesk.outcome(answer).getIssue()).anySatisfy(issue -> {
            assertThat(issue.getExpression().get(0).getValue()).isEqualTo(where);
            assertThat(issue.getDetails().hasCoding(ImportDesk.FINDINGS, code)).isTrue();
        });
    }

    private Map<String, String> versions(String patient) {
        return desk.record(patient).stream()
                .filter(resource -> !(resource instanceof EpisodeOfCare))
                .collect(Collectors.toMap(
                        resource -> resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart(),
                        resource -> resource.getMeta().getVersionId()));
    }

    private @Nullable String value(String patient, String whoCode) {
        return desk.record(patient, Observation.class).stream()
                .filter(one -> one.getCode().hasCoding(WHO, whoCode))
                .map(Observation::getValue)
                .map(value -> value instanceof Quantity quantity
                        ? quantity.getValue().toPlainString()
                        : value instanceof CodeableConcept concept
                                ? concept.getCodingFirstRep().getCode()
                                : value.primitiveValue())
                .findFirst()
                .orElse(null);
    }
}
