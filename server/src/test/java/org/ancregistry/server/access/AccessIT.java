package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private static final Village VILLAGE = new Village(RunningRegistry.onPostgres());
    private static final Api API = new Api(VILLAGE.registry);
    private static final String NOBODY = "Patient/999999";

    private final Caller midwife = VILLAGE.midwife(VILLAGE.phm1);
    private final Village.Mother nimali = VILLAGE.nimali;
    private final Village.Mother fathima = VILLAGE.fathima;

    // --- who reaches whom

    @Test
    void aMidwifeReadsTheMothersOfHerArea() {
        assertThat(API.get(midwife, nimali.patient()).status()).isEqualTo(200);
        assertThat(API.get(midwife, nimali.weight()).status()).isEqualTo(200);
        assertThat(API.get(midwife, nimali.patient() + "/_history").status()).isEqualTo(200);
        assertThat(API.get(midwife, nimali.patient() + "/_history/1").status()).isEqualTo(200);
    }

    @Test
    void aMotherOfAnotherAreaIsAnsweredLikeOneWhoDoesNotExist() {
        for (var suffix : new String[] {"", "/_history", "/_history/1"}) {
            assertSameRefusal(
                    "404 not-found", API.get(midwife, fathima.patient() + suffix), API.get(midwife, NOBODY + suffix));
        }
    }

    @Test
    void aPartOfAnotherRecordIsAnsweredLikeOneThatDoesNotExist() {
        for (var suffix : new String[] {"", "/_history", "/_history/1"}) {
            assertSameRefusal(
                    "404 not-found",
                    API.get(midwife, fathima.weight() + suffix),
                    API.get(midwife, "Observation/999999" + suffix));
        }
    }

    @Test
    void aSupervisorReachesAllAreasOfHers() {
        assertThat(API.get(VILLAGE.supervisor(), nimali.patient()).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.supervisor(), fathima.patient()).status()).isEqualTo(200);
        var elsewhere = new Village(VILLAGE.registry);
        assertThat(API.get(VILLAGE.supervisor(), elsewhere.nimali.patient()).refusal())
                .isEqualTo("404 not-found");
    }

    @Test
    void aPregnancyThatMovesTakesItsMotherToTheOtherMidwife() {
        var mover = VILLAGE.mother(VILLAGE.phm1);
        assertThat(API.get(midwife, mover.patient()).status()).isEqualTo(200);
        var pregnancy = VILLAGE.read(EpisodeOfCare.class, mover.pregnancy());
        VILLAGE.update(pregnancy.setManagingOrganization(new Reference(VILLAGE.phm2)));
        assertThat(API.get(midwife, mover.patient()).refusal()).isEqualTo("404 not-found");
        assertThat(API.get(VILLAGE.midwife(VILLAGE.phm2), mover.patient()).status())
                .isEqualTo(200);
    }

    @Test
    void aFinishedPregnancyClosesTheRecord() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        VILLAGE.update(VILLAGE.read(EpisodeOfCare.class, mother.pregnancy()).setStatus(EpisodeOfCareStatus.FINISHED));
        assertThat(API.get(midwife, mother.patient()).refusal()).isEqualTo("404 not-found");
    }

    @Test
    void aDoctorReachesWhoIsReferredWhileTheReferralIsOpen() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        var doctor = VILLAGE.doctor(VILLAGE.clinic);
        assertThat(API.get(doctor, mother.patient()).refusal()).isEqualTo("404 not-found");
        var referral = VILLAGE.refer(mother.patient(), VILLAGE.clinic);
        assertThat(API.get(doctor, mother.patient()).status()).isEqualTo(200);
        assertThat(API.get(VILLAGE.doctor(VILLAGE.phm2), mother.patient()).refusal())
                .isEqualTo("404 not-found");
        VILLAGE.update(VILLAGE.read(ServiceRequest.class, referral).setStatus(ServiceRequestStatus.COMPLETED));
        assertThat(API.get(doctor, mother.patient()).refusal()).isEqualTo("404 not-found");
    }

    @Test
    void aCheckInOpensTheRecordUntilTheDayAfter() {
        var doctor = VILLAGE.doctor(VILLAGE.clinic);
        var today = VILLAGE.mother(VILLAGE.phm1);
        var yesterday = VILLAGE.mother(VILLAGE.phm1);
        var before = VILLAGE.mother(VILLAGE.phm1);
        VILLAGE.checkIn(today.patient(), VILLAGE.clinic, 0);
        VILLAGE.checkIn(yesterday.patient(), VILLAGE.clinic, 1);
        VILLAGE.checkIn(before.patient(), VILLAGE.clinic, 2);
        assertThat(API.get(doctor, today.patient()).status()).isEqualTo(200);
        assertThat(API.get(doctor, yesterday.patient()).status()).isEqualTo(200);
        assertThat(API.get(doctor, before.patient()).refusal()).isEqualTo("404 not-found");
    }

    @Test
    void aPostThatHasEndedIsNobodysThoughNobodySwitchedItOff() {
        var staff = VILLAGE.registry.bean(StaffDirectory.class);
        var person = VILLAGE.registry.save(new Practitioner().setActive(true));
        var post = new PractitionerRole().setActive(true).setPractitioner(new Reference(person));
        post.addCode()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-role")
                .setCode("doctor");
        post.getPeriod().setEndElement(new DateTimeType("2020-12-31"));
        VILLAGE.registry.save(post.copy());
        assertThat(staff.of(person)).isEmpty();
        post.getPeriod().setEnd(null);
        VILLAGE.registry.save(post);
        assertThat(staff.of(person)).isPresent();
    }

    @Test
    void aMotherReadsHerselfAndNobodyElse() {
        var herself = VILLAGE.herself(nimali);
        assertThat(API.get(herself, nimali.patient()).status()).isEqualTo(200);
        assertThat(API.get(herself, nimali.weight()).status()).isEqualTo(200);
        assertSameRefusal("404 not-found", API.get(herself, fathima.patient()), API.get(herself, NOBODY));
        assertSameRefusal("404 not-found", API.get(herself, fathima.weight()), API.get(herself, "Observation/999999"));
    }

    @Test
    void aMotherIsToldSomeThingsInPersonOnly() {
        var herself = VILLAGE.herself(nimali);
        var mental = VILLAGE.condition(nimali.patient(), "F32.1");
        var hiv = VILLAGE.observation(
                nimali.patient(), new Coding("http://smart.who.int/anc", "ANC.B9.DE41", null), ObservationStatus.FINAL);
        var unreleased = VILLAGE.observation(
                nimali.patient(), new Coding("http://loinc.org", "718-7", null), ObservationStatus.PRELIMINARY);
        for (var kept : new String[] {mental, hiv, unreleased}) {
            assertThat(API.get(midwife, kept).status()).as("midwife " + kept).isEqualTo(200);
            assertThat(API.get(herself, kept).refusal()).as("mother " + kept).isEqualTo("404 not-found");
        }
        var found = API.get(herself, "Observation?patient=" + nimali.patient() + "&_count=50");
        assertThat(found.body()).contains(nimali.weight()).doesNotContain(hiv).doesNotContain(unreleased);
        assertThat(API.get(herself, "Observation?code=ANC.B9.DE41&_summary=count")
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void aPatientSummaryTellsOnlyWhatTheReaderMaySee() {
        var mother = VILLAGE.mother(VILLAGE.phm1);
        var hiv = VILLAGE.observation(
                mother.patient(), new Coding("http://smart.who.int/anc", "ANC.B9.DE41", null), ObservationStatus.FINAL);
        var hers = API.get(VILLAGE.herself(mother), mother.patient() + "/$summary");
        assertThat(hers.status()).as(hers.body()).isEqualTo(200);
        assertThat(hers.body())
                .contains("\"document\"", "\"Composition\"", mother.weight())
                .doesNotContain(hiv, "ANC.B9.DE41", "HIV test");
        assertThat(API.get(midwife, mother.patient() + "/$summary").body()).contains(hiv);
        assertSameRefusal(
                "404 not-found",
                API.get(midwife, fathima.patient() + "/$summary"),
                API.get(midwife, NOBODY + "/$summary"));
        assertThat(API.get(VILLAGE.administrator(), nimali.patient() + "/$summary")
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void anAdministratorSeesNothingClinical() {
        var administrator = VILLAGE.administrator();
        assertThat(API.get(administrator, VILLAGE.phm1).status()).isEqualTo(200);
        assertThat(API.get(administrator, nimali.patient()).refusal()).isEqualTo("403 forbidden");
        assertThat(API.get(administrator, "Observation?patient=" + nimali.patient())
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void aSystemHasItsScopesAndNoMore() {
        var all = VILLAGE.system();
        var weightsOnly = new Caller(
                all.id(),
                all.role(),
                null,
                all.areas(),
                Set.of("system/Observation.rs"),
                all.client(),
                all.purpose(),
                all.tokenId());
        assertThat(API.get(all, fathima.patient()).status()).isEqualTo(200);
        assertThat(API.get(weightsOnly, fathima.weight()).status()).isEqualTo(200);
        assertThat(API.get(weightsOnly, fathima.patient()).refusal()).isEqualTo("403 forbidden");
        assertThat(API.post(weightsOnly, "Observation", "{\"resourceType\":\"Observation\"}")
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    // --- searches

    @Test
    void staffSearchAmongThoseInTheirCareOnly() {
        var own = API.get(midwife, "Observation?patient=" + nimali.id());
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).contains(nimali.weight()).contains("\"total\":1");
        assertSameRefusal(
                "403 forbidden",
                API.get(midwife, "Observation?patient=" + fathima.id()),
                API.get(midwife, "Observation?patient=999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation",
                "Patient",
                "Observation?code=29463-7",
                "Patient?name=Somebody",
                "Patient?_id:not=1",
                "Observation?patient:missing=false",
                "Observation?patient={own}&patient:not={own}",
                "Observation?patient={own},{other}",
                "Observation?patient={own}&subject={other}",
                "Observation?subject:Patient.name=Somebody",
                "Observation?patient={own}&_has:Provenance:target:agent=1",
                "Patient?_id={own}&_has:Observation:patient:code=29463-7",
                "Patient?_id={own}&_revinclude=*",
                "Patient?_id={own}&_revinclude=Observation:patient",
                "Observation?patient={own}&_include=*",
                "Observation?patient={own}&_include:iterate=Group:member",
                "Patient?_id={own}&_filter=name eq x",
                "Patient?_id={own}&_list=1",
                "Observation?patient={own}&_contained=true",
                "Patient?identifier=other|1",
                "Patient?identifier=https://fhir.health.gov.lk/id/phn|1&_summary=count",
                "Patient?identifier=https://fhir.health.gov.lk/id/phn|1&_total=accurate",
                "Group",
                "Binary/1",
                "AuditEvent",
                "AuditEvent?patient={other}",
                "AuditEvent?patient={own}&outcome=4",
                "EpisodeOfCare?organization={otherArea}",
                "Patient/{own}/$everything",
                "$export",
                "Patient/$export",
            })
    void refusesAMidwifes(String search) {
        assertRefused("403 forbidden", API.get(midwife, filled(search)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_history",
                "Patient/_history",
                "?_type=Patient",
                "Patient/{own}/Observation",
                "Patient/{own}/$meta",
                "Patient/$get-resource-counts",
                "$get-resource-counts",
                "Patient/{own}/$graphql?query={x}",
                "Patient?_id={own}&_query=x",
            })
    void offersNobody(String search) {
        assertRefused("400 bad-request", API.get(midwife, filled(search)));
        assertRefused("400 bad-request", API.get(VILLAGE.herself(nimali), filled(search)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?patient={other}",
                "Observation?subject=Patient/{other}",
                "Patient?_id={other}",
                "Patient?_id={own},{other}",
                "Condition?patient={own}&patient={other}",
                "Patient?_id={own}&_revinclude=*",
                "Observation?_has:Provenance:target:agent=1",
                "Observation?patient:Patient.identifier=x",
                "Practitioner?name=x",
                "Patient/$match-phn",
                "Patient/$issue-phn",
                "AuditEvent?patient={other}",
                "$export",
                "Patient/$export",
            })
    void refusesAMothers(String search) {
        assertRefused("403 forbidden", API.get(VILLAGE.herself(nimali), filled(search)));
    }

    @Test
    void aMotherFindsNoSummaryOfAnother() {
        assertRefused("404 not-found", API.get(VILLAGE.herself(nimali), fathima.patient() + "/$anc-summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "Patient?name=Somebody", "Observation", "EpisodeOfCare?status=active"})
    void narrowsAMothers(String search) {
        var answer = API.get(VILLAGE.herself(nimali), search);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(nimali.id())
                .doesNotContain(fathima.patient() + "\"")
                .doesNotContain(fathima.weight() + "\"");
    }

    @Test
    void aFormIsJudgedLikeAnAddress() {
        assertThat(API.postForm(midwife, "Observation/_search", "patient=" + nimali.id())
                        .body())
                .contains(nimali.weight());
        assertThat(API.postForm(midwife, "Observation/_search", "patient=" + fathima.id())
                        .refusal())
                .isEqualTo("403 forbidden");
        assertThat(API.postForm(VILLAGE.herself(nimali), "Observation/_search", "")
                        .body())
                .contains(nimali.weight())
                .doesNotContain(fathima.weight());
    }

    @Test
    void aPhnOfAnotherAreaIsAnsweredLikeOneThatNobodyHolds() {
        var doctor = VILLAGE.doctor(VILLAGE.clinic);
        var search = "Patient?identifier=" + Village.PHN_SYSTEM + "%7C";
        var hers = API.get(doctor, search + fathima.phn());
        var nobodys = API.get(doctor, search + "T00000000000");
        assertThat(hers.status()).isEqualTo(200);
        assertThat(withoutIds(hers.body()).replace(fathima.phn(), "T00000000000"))
                .isEqualTo(withoutIds(nobodys.body()));
        assertThat(API.get(midwife, search + nimali.phn()).body()).contains(nimali.patient());
    }

    @Test
    void lookingUpByIdDoesNotTellWhatWasLeftOut() {
        var own = nimali.weight().substring(12);
        var other = fathima.weight().substring(12);
        var mixed = API.get(midwife, "Observation?_id=" + own + "," + other + "&_count=1");
        var missing = API.get(midwife, "Observation?_id=" + own + ",999999&_count=1");
        assertThat(mixed.body()).contains(nimali.weight());
        assertThat(withoutIds(mixed.body()).replace(other, "999999")).isEqualTo(withoutIds(missing.body()));
    }

    @Test
    void aMidwifeListsThePregnanciesOfHerArea() {
        for (var list : new String[] {"EpisodeOfCare", "EpisodeOfCare?organization=" + VILLAGE.phm1}) {
            var found = API.get(midwife, list + (list.contains("?") ? "&" : "?") + "_include=EpisodeOfCare:patient");
            assertThat(found.status()).as(found.body()).isEqualTo(200);
            assertThat(found.body())
                    .contains(nimali.pregnancy())
                    .contains(nimali.phn())
                    .doesNotContain(fathima.phn());
        }
    }

    @Test
    void aSupervisorListsThePregnanciesOfAllHerAreas() {
        var found = API.get(VILLAGE.supervisor(), "EpisodeOfCare?organization=" + VILLAGE.moh + "&_count=50");
        assertThat(found.body()).contains(nimali.pregnancy()).contains(fathima.pregnancy());
    }

    // --- writes

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST Observation",
                "PUT Observation/1",
                "PATCH Patient/{own}",
                "PUT Patient/{own}",
                "POST Patient",
                "PUT Consent/1",
                "PUT Patient?identifier=x",
                "POST "
            })
    void nobodyInCareWritesDirectly(String write) {
        assertNobodyInCareMay(write, "403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE Patient/{own}",
                "DELETE AuditEvent/1",
                "POST AuditEvent",
                "POST SearchParameter",
                "POST Patient/{own}/$meta-add",
                "POST $reindex",
                "POST Patient/{own}/$expunge"
            })
    void nobodyIsOffered(String write) {
        assertNobodyInCareMay(write, "400 bad-request");
    }

    private void assertNobodyInCareMay(String write, String refusal) {
        for (var caller : new Caller[] {midwife, VILLAGE.doctor(VILLAGE.clinic), VILLAGE.herself(nimali)}) {
            var space = write.indexOf(' ');
            var path = filled(write.substring(space + 1));
            var type = path.contains("AuditEvent") ? "AuditEvent" : path.isEmpty() ? "Bundle" : "Patient";
            assertRefused(
                    refusal, API.send(caller, write.substring(0, space), path, "{\"resourceType\":\"" + type + "\"}"));
        }
        assertThat(API.get(midwife, nimali.patient()).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorLoadsFacilitiesButNoMothersInOneTransaction() {
        var clinic = """
            {"resourceType":"Organization","active":true,"name":"New clinic","type":[{"coding":[{"code":"clinic",
             "system":"https://ancregistry.org/fhir/CodeSystem/anc-area-kind"}]}]}\
            """;
        var facility = entry(clinic, "POST", "Organization");
        var mother = entry("{\"resourceType\":\"Patient\"}", "POST", "Patient");
        var administrator = VILLAGE.administrator();
        assertThat(API.post(administrator, "", bundle(facility)).status()).isEqualTo(200);
        assertThat(API.post(administrator, "", bundle(facility + "," + mother)).refusal())
                .isEqualTo("403 forbidden");
        assertThat(API.post(midwife, "", bundle(facility)).refusal()).isEqualTo("403 forbidden");
        var read = "{\"request\":{\"method\":\"GET\",\"url\":\"" + nimali.patient() + "\"}}";
        assertThat(API.post(administrator, "", bundle(read)).refusal()).isEqualTo("403 forbidden");
        assertThat(API.post(administrator, "", bundle(read).replace("transaction", "batch"))
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    // --- errors

    @Test
    void withoutATokenThereIsOnlyTheMetadata() {
        assertThat(API.getWithout("metadata").status()).isEqualTo(200);
        for (var path :
                new String[] {nimali.patient(), "Patient", "Patient/$match-phn", "", "Patient/1/.well-known/x"}) {
            var answer = API.getWithout(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("\"sign-in\"");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=");
        }
    }

    @Test
    void errorsAreCodedAndSayNothingOfTheInside() {
        var refusals = Map.of(
                "Nonsense/1",
                "404 not-found",
                "Observation?patient=" + nimali.id() + "&date=abc",
                "400 bad-request",
                "Patient/1/2/3/4",
                "400 bad-request");
        refusals.forEach((path, refusal) -> {
            var answer = API.get(midwife, path);
            assertThat(answer.refusal()).as(path).isEqualTo(refusal);
            assertThat(answer.body())
                    .contains("OperationOutcome")
                    .contains("anc-problem")
                    .doesNotContain("HAPI-")
                    .doesNotContain("Exception")
                    .doesNotContain("ca.uhn");
        });
    }

    private String filled(String path) {
        return path.replace("{own}", nimali.id())
                .replace("{other}", fathima.id())
                .replace("{otherArea}", VILLAGE.phm2)
                .replace("|", "%7C")
                .replace(" ", "%20")
                .replace("{x}", "%7Bx%7D");
    }

    private void assertRefused(String refusal, Answer answer) {
        assertThat(answer.refusal()).isEqualTo(refusal);
        assertThat(answer.body()).contains("OperationOutcome").doesNotContain(fathima.weight());
    }

    private static void assertSameRefusal(String refusal, Answer one, Answer other) {
        assertThat(one.refusal()).isEqualTo(refusal);
        assertThat(other.refusal()).isEqualTo(refusal);
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.header("Location")).isEqualTo(other.header("Location"));
    }

    /** A search answer without its own id and time, which differ from one answer to the next. */
    private static String withoutIds(String body) {
        return body.replaceAll("\"id\":\"[0-9a-f-]{36}\"", "").replaceAll("\"lastUpdated\":\"[^\"]+\"", "");
    }

    private static String entry(String resource, String method, String url) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}";
    }

    private static String bundle(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
    }
}
