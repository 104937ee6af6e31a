package org.ancregistry.server.proofs;

import static org.ancregistry.server.testing.TestTokens.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** What she said alone, from the registration that brings it to whoever asks for it. */
class PrivateAnswersIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());
    private static final Gampaha GAMPAHA = Gampaha.at(DESK);
    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final List<String> QUESTIONS = Dictionary.anc().fields().stream()
            .filter(DictionaryField::isPrivate)
            .map(field -> field.primary().code())
            .toList();

    @Test
    void isLabelledWhenItIsStored() {
        var record = StoredRecord.of(REGISTRY, registered(hurtAndLow()).value("patient"));
        assertLabelled(record, "SDV", "ipv_enquiry", 1);
        assertLabelled(record, "SDV", "ipv", 1);
        assertLabelled(record, "SDV", "ipv_types", 2);
        assertLabelled(record, "SDV", "ipv_support", 1);
        assertLabelled(record, "PSY", "mood_interest", 1);
        assertLabelled(record, "PSY", "mood_down", 1);
    }

    private static void assertLabelled(StoredRecord record, String label, String field, int times) {
        var primary = Dictionary.anc().require(field).primary();
        assertThat(record.saying(new Coding(primary.system(), primary.code(), null)))
                .as(field)
                .hasSize(times)
                .allSatisfy(said -> {
                    assertThat(said).isInstanceOf(Observation.class);
                    assertThat(said.getMeta().getSecurity(ACT_CODE, label)).isNotNull();
                    assertThat(said.getMeta().getSecurity(CONFIDENTIALITY, "R")).isNotNull();
                });
    }

    @Test
    void isReadByTheMidwifeAndTheDoctorAndByNobodyElseWhoReachesHer() {
        var told = registered(hurtAndLow());
        var patient = told.value("patient");
        arrives(told);
        for (var reader : List.of(GAMPAHA.kumari(), GAMPAHA.nizam())) {
            assertThat(read(reader, patient, "$anc-summary")).contains("ANC.B8.DE128", "mood-down", "LA6571-9");
        }
        var herself = caller(patient, Role.MOTHER, null);
        for (var reader : List.of(nurse(), herself, app(herself, patient))) {
            assertThat(read(reader, patient, "$anc-summary"))
                    .contains("ANC.B6.DE24")
                    .doesNotContain(QUESTIONS);
        }
        for (var reader : List.of(GAMPAHA.kumari(), GAMPAHA.nizam(), nurse(), herself)) {
            assertThat(read(reader, patient, "$summary"))
                    .as("a document travels")
                    .doesNotContain(QUESTIONS)
                    .doesNotContain("LA6571-9");
        }
    }

    /** Asked on a later day, as an addition to her newest contact; sent twice it is written once. */
    @Test
    void isAddedToAContactOnce() {
        var told = registered(Registration.told(Woman.next()));
        var patient = told.value("patient");
        var later = new Visit(told.value("version"), "field-clinic")
                .correcting(told.value("contact"), "addendum")
                .answer("ipv_enquiry", List.of(Questionnaire.no()))
                .answer("ipv_not_asked", List.of(new CodeType("ANC.B8.DE125")));
        DESK.must(GAMPAHA.kumari(), Visit.path(patient), later.asked());
        assertThat(DESK.must(GAMPAHA.kumari(), Visit.path(patient), later.asked())
                        .value("repeated"))
                .isEqualTo("true");
        assertLabelled(StoredRecord.of(REGISTRY, patient), "SDV", "ipv_not_asked", 1);
    }

    @Test
    void isRefusedWhereItCannotAllBeTrue() {
        var answer = DESK.tried(
                GAMPAHA.kumari(),
                Registration.PATH,
                Registration.told(Woman.next())
                        .answer("ipv", Questionnaire.yes())
                        .asked());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("answer-invalid");
        assertThat(answer.issue().getExpression()).extracting(Object::toString).contains("ipv");
    }

    private static Registration hurtAndLow() {
        return Registration.told(Woman.next())
                .answer("ipv_enquiry", Questionnaire.yes())
                .answer("ipv", Questionnaire.yes())
                .answer("ipv_types", List.<Type>of(new CodeType("ANC.B8.DE130"), new CodeType("ANC.B8.DE133")))
                .answer("ipv_support", Questionnaire.yes())
                .answer("mood_interest", new CodeType("LA6570-1"))
                .answer("mood_down", new CodeType("LA6571-9"));
    }

    private static Desk.Answer registered(Registration registration) {
        return DESK.must(GAMPAHA.kumari(), Registration.PATH, registration.asked());
    }

    /** At the hospital, whose doctor and nurse reach her then. */
    private static void arrives(Desk.Answer told) {
        var born = DESK.get(GAMPAHA.kumari(), "/" + told.value("patient"));
        var arrival = new Parameters();
        arrival.addParameter(
                "phn", ((Identifier) told.parameters().getParameter("phn").getValue()).getValue());
        arrival.addParameter(
                "birth-date", new DateType(born.body().replaceAll("(?s).*\"birthDate\" *: *\"([^\"]+)\".*", "$1")));
        DESK.must(GAMPAHA.nizam(), "/Patient/$check-in", arrival);
    }

    private static Caller nurse() {
        return caller(GAMPAHA.nizam().id(), Role.CLINIC_NURSE, GAMPAHA.stored(GAMPAHA.hospital));
    }

    /** Let in by her for all of her record. */
    private static Caller app(Caller herself, String patient) {
        return new Caller(
                herself.id(),
                herself.role(),
                herself.facility(),
                herself.areas(),
                Set.of("patient/*.rs"),
                "app",
                herself.purpose(),
                herself.tokenId(),
                patient);
    }

    private static String read(Caller reader, String patient, String operation) {
        var answer = DESK.get(reader, "/" + patient + "/" + operation);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
