package org.ancregistry.operations.registeranc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class RegisterAncTest {

    private final RegistrationDesk desk = new RegistrationDesk();

    @Test
    void takesAMotherIntoCareWithAllThatBelongsToIt() {
        var answer = desk.register(verifiedNimali("r1"));
        var mother = mother(answer);
        assertThat(Phns.of(mother)).isPresent();
        assertThat(isTrue(answer, "phn-issued")).isTrue();
        assertThat(isTrue(answer, "verified")).isTrue();
        assertThat(isTrue(answer, "repeated")).isFalse();
        assertThat(answer.getParameter("edd").getValue().primitiveValue())
                .isEqualTo(RegistrationDesk.LAST_PERIOD.plusDays(280).toString());
        assertThat(desk.records.all(EpisodeOfCare.class)).hasSize(1);
        assertThat(desk.records.all(Encounter.class)).hasSize(1);
        assertThat(desk.records.all(CarePlan.class).get(0).getActivity()).hasSizeGreaterThan(5);
        assertThat(desk.records.all(Consent.class)).hasSize(1);
        assertThat(desk.records.all(Provenance.class)).hasSize(1);
        assertThat(desk.records.all(Task.class)).isEmpty();
        assertThat(desk.linked.behind(new Subject("esignet", "nimali"))).contains(reference(answer, "patient"));
    }

    @Test
    void stopsASecondRecordOfAWomanOfWhomNothingUniqueWasTold() {
        var first = reference(desk.register(told("r1", sanduni("Sanduni"))), "patient");
        desk.lookAlikes.add(first);
        desk.cared.put(first, Staff.AREA);
        var refused = Refused.by(() -> desk.register(told("r2", sanduni("Sandunee"))));
        assertThat(refused.problem()).isEqualTo(Problem.LIKELY_REGISTERED);
        assertThat(refused.getMessage()).contains("open that record");
        assertThat(Refused.concerns(refused)).isEqualTo(first);
        assertThat(desk.records.all(Patient.class)).hasSize(1);
    }

    @Test
    void doesNotTellAMidwifeWhoseRecordItIsInAnotherArea() {
        desk.lookAlikes.add(reference(desk.register(told("r1", sanduni("Sanduni"))), "patient"));
        var refused = Refused.by(() -> desk.register(told("r2", sanduni("Sanduni"))));
        assertThat(refused.problem()).isEqualTo(Problem.LIKELY_REGISTERED);
        assertThat(refused.getMessage()).contains("another area", "not sure");
        assertThat(Refused.concerns(refused)).isNull();
    }

    @Test
    void registersHerWhenTheMidwifeSaysThatTheRecordIsAnothers() {
        var first = reference(desk.register(told("r1", sanduni("Sanduni"))), "patient");
        desk.lookAlikes.add(first);
        var second = desk.register(told("r2", sanduni("Sanduni")).differentFrom(first));
        assertThat(reference(second, "patient")).isNotEqualTo(first);
    }

    @Test
    void stopsASecondNumberOfAWomanWhomOnlyTheDirectoryKnows() {
        var phn = new Phn("385C9WRTB41");
        var woman = sanduni("Sanduni");
        desk.directory.knows(phn, PatientDemographics.of(woman, null));
        var refused = Refused.by(() -> desk.register(told("r1", woman)));
        assertThat(refused.problem()).isEqualTo(Problem.LIKELY_REGISTERED);
        assertThat(refused.getMessage()).contains("directory", "not sure").doesNotContain(phn.value());
        var another = desk.register(told("r2", woman).differentFromNumber(phn));
        assertThat(isTrue(another, "phn-issued")).isTrue();
    }

    @Test
    void goesOnWhileTheDirectoryIsDownAndLeavesItForLater() {
        desk.directory.isDown(true);
        var answer = desk.register(told("r1", sanduni("Sanduni")));
        assertThat(isTrue(answer, "phn-issued")).isTrue();
        assertThat(desk.records.openTasks(reference(answer, "patient"), Tasks.MATCH_LATER))
                .hasSize(1);
        desk.directory.isDown(false);
        desk.directory.knows(new Phn("385C9WRTB41"), PatientDemographics.of(sanduni("Sanduni"), null));
        assertThat(isTrue(desk.register(told("r1", sanduni("Sanduni"))), "repeated"))
                .isTrue();
    }

    @Test
    void isNotStoppedByANameAndABirthdayAlone() {
        var known = sanduni("Sanduni");
        known.getTelecom().clear();
        known.getAddress().clear();
        known.getNameFirstRep().setText("Sanduni Wickramasinghe");
        desk.lookAlikes.add(reference(desk.register(told("r1", known)), "patient"));
        desk.register(told("r2", known));
        assertThat(desk.records.all(Patient.class)).hasSize(2);
    }

    @Test
    void registersATwinAndASisterOfOneHouseWithOnePhone() {
        desk.lookAlikes.add(reference(desk.register(told("r1", sanduni("Sanduni"))), "patient"));
        desk.lookAlikes.add(reference(desk.register(told("r2", sanduni("Nirmala"))), "patient"));
        var sister = sanduni("Chathurika").setBirthDateElement(new DateType("2001-02-03"));
        desk.register(told("r3", sister));
        assertThat(desk.records.all(Patient.class)).hasSize(3);
    }

    private RegistrationDesk.Request told(String requestId, Patient woman) {
        return desk.request(requestId).withoutEvidence("no-id").person(woman);
    }

    private static Patient sanduni(String given) {
        var woman =
                new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1998-11-21"));
        woman.addName().setText("Hettiarachchige " + given + " Madushani Wickramasinghe");
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0712345678");
        woman.addAddress().setText("14, Lake Road, Mullegama");
        return woman;
    }

    @Test
    void takesVerifiedDetailsFromTheEvidenceAndMarksDeclaredOnes() {
        var told = new Patient();
        told.addName().setText("Somebody Else");
        told.setBirthDateElement(new DateType("1980-01-01"));
        told.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0710000001");
        var mother = mother(desk.register(verifiedNimali("r1").person(told)));
        assertThat(mother.getName()).extracting(HumanName::getText).doesNotContain("Somebody Else");
        assertThat(mother.getNameFirstRep().getText()).isEqualTo("නිමාලි පෙරේරා");
        assertThat(mother.getBirthDateElement().getValueAsString()).isEqualTo("1996-04-17");
        assertThat(assurance(mother.getNameFirstRep().getExtension())).isEqualTo("esignet-otp");
        assertThat(assurance(mother.getTelecomFirstRep().getExtension())).isEqualTo("declared");
    }

    @Test
    void keepsWhetherSheMayBeTextedWhateverProvesWhoSheIs() {
        var url = "https://ancregistry.org/fhir/StructureDefinition/anc-texts-agreed";
        var told = new Patient();
        told.addExtension(url, new BooleanType(false));
        var mother = mother(desk.register(verifiedNimali("r1").person(told)));
        assertThat(mother.getExtensionsByUrl(url))
                .singleElement()
                .satisfies(said -> assertThat(said.getValue().primitiveValue()).isEqualTo("false"));
    }

    @Test
    void marksConsentVerifiedOnlyWithHerOwnAuthentication() {
        desk.register(verifiedNimali("r1"));
        desk.register(desk.request("r2").withoutEvidence("no-id").person(kamala()));
        var consents = desk.records.all(Consent.class);
        assertThat(consents.get(0).getVerificationFirstRep().getVerified()).isTrue();
        assertThat(consents.get(0).getIdentifierFirstRep().getValue())
                .hasSize(64)
                .doesNotContain("evidence-");
        assertThat(consents.get(1).getVerificationFirstRep().getVerified()).isFalse();
        assertThat(consents.get(1).getProvision().getActor()).hasSize(2);
    }

    @Test
    void saysWhoWroteForWhomAndOnWhatEvidence() {
        desk.register(verifiedNimali("r1"));
        var provenance = desk.records.all(Provenance.class).get(0);
        assertThat(provenance.getAgentFirstRep().getWho().getReference()).isEqualTo("Practitioner/kumari");
        assertThat(provenance.getAgentFirstRep().getOnBehalfOf().getReference()).isEqualTo(Staff.FIELD_CLINIC);
        assertThat(provenance.getEntityFirstRep().getWhat().getIdentifier().getValue())
                .hasSize(64);
        assertThat(provenance.getTarget())
                .hasSizeGreaterThan(5)
                .noneMatch(target -> target.getReference().startsWith("urn:"));
    }

    @Test
    void answersARepeatWithTheSameRegistration() {
        var request = verifiedNimali("r1");
        var first = desk.register(request);
        var again = desk.register(request);
        assertThat(reference(again, "patient")).isEqualTo(reference(first, "patient"));
        assertThat(isTrue(again, "repeated")).isTrue();
        assertThat(desk.records.all(Patient.class)).hasSize(1);
    }

    @Test
    void refusesAnotherContentUnderTheSameRequestId() {
        desk.register(verifiedNimali("r1"));
        var other = desk.request("r1").withoutEvidence("no-id").person(kamala());
        assertThat(Refused.problemOf(() -> desk.register(other))).isEqualTo(Problem.REQUEST_REUSED);
    }

    @Test
    void refusesEvidenceThatIsSpentOldForeignOrUnknown() {
        var request = verifiedNimali("r1");
        desk.register(request);
        assertThat(Refused.problemOf(() -> desk.register(desk.request("r2").evidence("evidence-1"))))
                .isEqualTo(Problem.EVIDENCE_USED);
        var old = desk.evidence(desk.kumudu(), "kumudu", desk.clock.instant(), "Practitioner/kumari");
        assertThat(Refused.problemOf(() -> desk.register(desk.request("r3").evidence(old))))
                .isEqualTo(Problem.EVIDENCE_EXPIRED);
        var foreign =
                desk.evidence(desk.kumudu(), "kumudu", desk.clock.instant().plusSeconds(9), "Practitioner/x");
        assertThat(Refused.problemOf(() -> desk.register(desk.request("r4").evidence(foreign))))
                .isEqualTo(Problem.EVIDENCE_NOT_YOURS);
        assertThat(Refused.problemOf(() -> desk.register(desk.request("r5").evidence("nothing"))))
                .isEqualTo(Problem.EVIDENCE_UNKNOWN);
    }

    @Test
    void asksWhyThereIsNoEvidenceAndWhetherSheAgreed() {
        assertThat(Refused.problemOf(() -> desk.register(desk.request("r1").person(kamala()))))
                .isEqualTo(Problem.UNVERIFIED_REASON_MISSING);
        var unheard = desk.request("r2").withoutEvidence("no-id").notHeard().person(kamala());
        assertThat(Refused.problemOf(() -> desk.register(unheard))).isEqualTo(Problem.CONSENT_MISSING);
    }

    @Test
    void registersAWomanWithoutEvidenceAsUnverifiedAndLeavesATask() {
        var answer = desk.register(desk.request("r1").withoutEvidence("refused").person(kamala()));
        var mother = mother(answer);
        assertThat(isTrue(answer, "verified")).isFalse();
        assertThat(assurance(mother.getNameFirstRep().getExtension())).isEqualTo("declared");
        var task = desk.records.all(Task.class).get(0);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("verify-later");
        assertThat(task.getReasonCode().getCodingFirstRep().getCode()).isEqualTo("refused");
        assertThat(reference(answer, "task"))
                .isEqualTo("Task/" + task.getIdElement().getIdPart());
    }

    @Test
    void leavesTheDecisionToTheSupervisorWhenTheMidwifeIsNotSure() {
        var answer =
                desk.register(verifiedNimali("r1").decided(PhnDecision.NOT_SURE).phn("4054X7K2Q9V"));
        assertThat(Phns.of(mother(answer))).isEmpty();
        assertThat(answer.getParameter("phn")).isNull();
        var task = desk.records.all(Task.class).get(0);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("decide-match");
        assertThat(task.getPerformerTypeFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("supervisor");
    }

    @Test
    void updatesTheRecordThatHerPhnLeadsTo() {
        var known = givenMother("4054X7K2Q9V", AdministrativeGender.FEMALE, "1996-04-17");
        var answer = desk.register(
                verifiedNimali("r1").decided(PhnDecision.USE_EXISTING).phn("4054-X7K2Q9-V"));
        assertThat(reference(answer, "patient")).isEqualTo(known);
        assertThat(isTrue(answer, "phn-issued")).isFalse();
        assertThat(desk.records.all(Patient.class)).hasSize(1);
        assertThat(mother(answer).getManagingOrganization().getReference()).isEqualTo(Staff.AREA);
        assertThat(mother(answer).getIdentifier()).hasSize(1);
    }

    @Test
    void bindsANumberFromElsewhereWhoseCheckCharacterIsRight() {
        var answer = desk.register(
                verifiedNimali("r1").decided(PhnDecision.USE_EXISTING).phn("385C2Q7KXM9"));
        assertThat(Phns.of(mother(answer))).contains(new Phn("385C2Q7KXM9"));
        assertThat(desk.phns.holderOf(new Phn("385C2Q7KXM9"))).contains(reference(answer, "patient"));
    }

    @Test
    void refusesAPhnThatIsMalformedUnknownRetiredOrAMans() {
        assertThat(usingExisting("4054X7#2Q9V")).isEqualTo(Problem.PHN_MALFORMED);
        assertThat(usingExisting("4054X7K2Q9W")).isEqualTo(Problem.PHN_UNKNOWN);
        desk.phns.retire(new Phn("385C2Q7KXM9"));
        assertThat(usingExisting("385C2Q7KXM9")).isEqualTo(Problem.PHN_RETIRED);
        givenMother("4054X7K2Q9V", AdministrativeGender.MALE, "1990-01-01");
        assertThat(usingExisting("4054X7K2Q9V")).isEqualTo(Problem.PHN_NOT_APPLICABLE);
        givenMother("385C9WRTB41", AdministrativeGender.FEMALE, "2020-01-01");
        assertThat(usingExisting("385C9WRTB41")).isEqualTo(Problem.PHN_NOT_APPLICABLE);
    }

    @Test
    void refusesAPhnThatIsBoundToAnotherIdentity() {
        var other = givenMother("4054X7K2Q9V", AdministrativeGender.FEMALE, "1994-01-02");
        desk.keys.keep(other, desk.nic("945029876V"));
        assertThat(usingExisting("4054X7K2Q9V")).isEqualTo(Problem.PHN_BOUND_TO_ANOTHER);
        var third = givenMother("385C9WRTB41", AdministrativeGender.FEMALE, "1994-01-02");
        desk.linked.link(new Subject("esignet", "somebody"), third);
        assertThat(usingExisting("385C9WRTB41")).isEqualTo(Problem.PHN_BOUND_TO_ANOTHER);
    }

    @Test
    void doesNotOpenAForeignRecordToAMidwifeWithoutEvidence() {
        givenMother("4054X7K2Q9V", AdministrativeGender.FEMALE, "1996-04-17");
        var request = desk.request("r1")
                .withoutEvidence("no-id")
                .person(kamala())
                .decided(PhnDecision.USE_EXISTING)
                .phn("4054X7K2Q9V");
        assertThat(Refused.problemOf(() -> desk.register(request))).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void refusesAWomanWhoIsRegisteredAlreadyAndSaysWhere() {
        var first = desk.register(verifiedNimali("r1"));
        var outcome = Refused.outcomeOf(() -> desk.register(verifiedNimali("r2")));
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("subject-already-registered");
        assertThat(((Reference) outcome.getIssueFirstRep()
                                .getExtensionFirstRep()
                                .getValue())
                        .getReference())
                .isEqualTo(reference(first, "patient"));
        assertThat(desk.records.all(Patient.class)).hasSize(1);
    }

    @Test
    void refusesAWomanWithAnOpenPregnancyAndSaysWhich() {
        var first = desk.register(verifiedNimali("r1"));
        var phn = Phns.of(mother(first)).orElseThrow();
        var again = verifiedNimali("r2").decided(PhnDecision.USE_EXISTING).phn(phn.value());
        var outcome = Refused.outcomeOf(() -> desk.register(again));
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("pregnancy-already-active");
        assertThat(((Reference) outcome.getIssueFirstRep()
                                .getExtensionFirstRep()
                                .getValue())
                        .getReference())
                .isEqualTo(reference(first, "pregnancy"));
    }

    @Test
    void leavesNothingBehindWhenItRefuses() {
        var outcome = Refused.outcomeOf(() -> desk.register(verifiedNimali("r1")
                .answer("haemoglobin", new Quantity().setValue(80).setCode("g/dL"))
                .answer("weight", new Quantity().setValue(3).setCode("kg"))));
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .contains("haemoglobin", "weight");
        assertThat(outcome.getIssue())
                .allMatch(issue ->
                        issue.getDetails().getCodingFirstRep().getCode().equals("answer-invalid"));
        assertThat(desk.records.all(Resource.class)).isEmpty();
    }

    @Test
    void storesNoAsAnObservationAndNeverAsAnIllness() {
        desk.register(verifiedNimali("r1")
                .answer("hx_dm2", new BooleanType(false))
                .answer("hx_hypertension", new BooleanType(true))
                .answer("prev_pph", new BooleanType(false))
                .answer("aspirin", new BooleanType(false))
                .answer("danger_fever", new BooleanType(false))
                .answer("tobacco", new BooleanType(false)));
        assertThat(desk.records.all(Condition.class))
                .extracting(condition -> condition.getCode().getCodingFirstRep().getCode())
                .containsExactly("ANC.B6.DE96");
        assertThat(desk.records.all(MedicationStatement.class)).isEmpty();
        var denied = desk.records.all(Observation.class).stream()
                .filter(observation -> observation.getValue() instanceof BooleanType said && !said.booleanValue())
                .map(observation -> observation.getCode().getCodingFirstRep().getCode())
                .toList();
        assertThat(denied)
                .containsExactlyInAnyOrder(
                        "ANC.B6.DE93", "ANC.B6.DE44", "ANC.B10.DE115", "ANC.B5.DE53", "ANC.B6.DE153");
    }

    @Test
    void storesWhatSheSaidNothingAboutNowhere() {
        desk.register(verifiedNimali("r1"));
        assertThat(desk.records.all(Condition.class)).isEmpty();
        assertThat(desk.records.all(Observation.class))
                .extracting(
                        observation -> observation.getCode().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder(
                        "ANC.B6.DE24", "ANC.B6.DE32", "ANC.B6.DE14", "ANC.B6.DE22", "ANC.B6.DE18", "ANC.B6.DE17");
    }

    @Test
    void storesInWordsWhatTheListDoesNotHave() {
        desk.register(verifiedNimali("r1")
                .answer("allergies", new CodeType("ANC.B6.DE69"))
                .answer("allergies", new StringType("pineapple"))
                .answer("medications", new StringType("a syrup")));

        assertThat(desk.records.all(AllergyIntolerance.class))
                .extracting(allergy -> allergy.getCode().hasCoding()
                        ? allergy.getCode().getCodingFirstRep().getCode()
                        : allergy.getCode().getText())
                .containsExactlyInAnyOrder("ANC.B6.DE69", "pineapple");
        assertThat(desk.records.all(MedicationStatement.class))
                .extracting(medicine -> medicine.getMedicationCodeableConcept().getText())
                .containsExactly("a syrup");
        assertThatThrownBy(() -> desk.register(verifiedNimali("r2")
                        .answer("allergies", new CodeType("ANC.B6.DE58"))
                        .answer("allergies", new StringType("pineapple"))))
                .hasMessageContaining("alone, or only the others");
    }

    @Test
    void storesBloodPressureAsOneObservation() {
        desk.register(
                verifiedNimali("r1").answer("systolic", new IntegerType(120)).answer("diastolic", new IntegerType(80)));
        var pressure = desk.records.all(Observation.class).stream()
                .filter(Observation::hasComponent)
                .findFirst()
                .orElseThrow();
        assertThat(pressure.getComponent())
                .extracting(component -> component.getValueQuantity().getValue().intValue())
                .containsExactly(120, 80);
    }

    @Test
    void isForMidwivesAndSupervisorsOnly() {
        assertThat(Refused.problemOf(() -> desk.register(Staff.doctor(), verifiedNimali("r1"))))
                .isEqualTo(Problem.FORBIDDEN);
        assertThat(Refused.problemOf(() -> desk.register(Staff.mother("Patient/1"), verifiedNimali("r2"))))
                .isEqualTo(Problem.FORBIDDEN);
    }

    private RegistrationDesk.Request verifiedNimali(String requestId) {
        return desk.request(requestId).evidence(desk.evidenceOf(desk.nimali(), "nimali"));
    }

    private Problem usingExisting(String phn) {
        var request = verifiedNimali("r-" + phn.hashCode())
                .decided(PhnDecision.USE_EXISTING)
                .phn(phn);
        return Refused.problemOf(() -> desk.register(request));
    }

    private String givenMother(String phn, AdministrativeGender gender, String born) {
        var mother = new Patient().setGender(gender).addIdentifier(Phns.identifier(new Phn(phn)));
        mother.addName().setText("Nimali Perera");
        mother.setBirthDateElement(new DateType(born));
        return desk.records.given(mother);
    }

    private static Patient kamala() {
        var kamala = new Patient().setGender(AdministrativeGender.FEMALE);
        kamala.addName().setText("Kamala Wijesinghe");
        kamala.setBirthDateElement(new DateType("1990-05-05"));
        return kamala;
    }

    private Patient mother(Parameters answer) {
        return desk.records.read(Patient.class, reference(answer, "patient")).orElseThrow();
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static boolean isTrue(Parameters answer, String name) {
        return ((BooleanType) answer.getParameter(name).getValue()).booleanValue();
    }

    private static String assurance(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> extension.getUrl().endsWith("anc-identity-assurance"))
                .map(extension -> ((CodeType) extension.getValue()).getValue())
                .findFirst()
                .orElseThrow();
    }
}
