package org.ancregistry.operations.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.match.PatientMatching.ByNumber;
import org.ancregistry.operations.match.PatientMatching.Limits;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class MatchTest {

    private static final Phn PHN = new Phn("4054X7K2Q9V");
    private static final Caller HOSPITAL = Staff.system("system/Patient.rs");

    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryStrongKeys keys = new InMemoryStrongKeys();
    private final CaredFor cared = new CaredFor();
    private final Set<String> lookAlikes = new LinkedHashSet<>();
    private final NationalIdHasher hasher =
            new NationalIdHasher("a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    private int asksOfPeople;
    private int asksOfSystems;

    @Test
    void answersTheLikeliestFirstWithScoreAndGrade() {
        var sister = given(woman("Hettiarachchige Nirmala Madushani Wickramasinghe", "2001-02-03"));
        var herself = given(sanduni());
        var answer = match(HOSPITAL, sanduni(), false, 10);
        assertThat(found(answer)).startsWith(herself);
        assertThat(grades(answer)).first().isEqualTo("certain");
        assertThat(answer.getEntryFirstRep().getSearch().getScore().doubleValue())
                .isBetween(0.999, 1.0);
        assertThat(answer.getEntryFirstRep().getSearch().getMode()).isEqualTo(SearchEntryMode.MATCH);
        assertThat(answer.getTotal()).isEqualTo(answer.getEntry().size());
        assertThat(answer.getEntry())
                .filteredOn(entry -> reference(entry).equals(sister))
                .allSatisfy(entry -> assertThat(grade(entry)).isEqualTo("possible"));
    }

    @Test
    void leavesOutWhoIsCertainlyAnotherEvenUnderTheNumberThatWasSent() {
        given(woman("Fathima Rizna Mohamed", "1979-06-30"), PHN);
        var asked = sanduni();
        asked.addIdentifier(Phns.identifier(PHN));
        assertThat(match(HOSPITAL, asked, false, 10).getEntry()).isEmpty();
    }

    @Test
    void findsHerByTheNumberThatWasSent() {
        var herself = given(sanduni(), PHN);
        lookAlikes.clear();
        var asked = new Patient();
        asked.addIdentifier(Phns.identifier(PHN));
        assertThat(found(match(HOSPITAL, asked, false, 10))).containsExactly(herself);
        asked = sanduni();
        asked.addIdentifier(Phns.identifier(PHN));
        assertThat(grades(match(HOSPITAL, asked, false, 10))).containsExactly("certain");
    }

    @Test
    void answersOneCertainRecordOrNoneWhereThereMustBeNoDoubt() {
        var doubtful = given(woman("Sanduni Wickramasinghe", "1998-12-21"));
        assertThat(match(HOSPITAL, sanduni(), true, 10).getEntry()).isEmpty();
        var herself = given(sanduni());
        assertThat(found(match(HOSPITAL, sanduni(), true, 10)))
                .containsExactly(herself)
                .doesNotContain(doubtful);
        given(sanduni());
        var several = match(HOSPITAL, sanduni(), true, 10);
        assertThat(several.getTotal()).isZero();
        assertThat(several.getEntry()).hasSize(1);
        assertThat(several.getEntryFirstRep().getSearch().getMode()).isEqualTo(SearchEntryMode.OUTCOME);
        assertThat(((OperationOutcome) several.getEntryFirstRep().getResource())
                        .getIssueFirstRep()
                        .getCode())
                .isEqualTo(IssueType.MULTIPLEMATCHES);
    }

    @Test
    void answersNoMoreRecordsThanWereAskedFor() {
        given(sanduni());
        given(sanduni());
        assertThat(match(HOSPITAL, sanduni(), false, 1).getEntry()).hasSize(1);
        assertThat(Refused.problemOf(() -> match(HOSPITAL, sanduni(), false, 0)))
                .isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void showsAMidwifeOnlyWomenInHerCare() {
        var herself = given(sanduni());
        assertThat(match(Staff.kumariTheMidwife(), sanduni(), false, 10).getEntry())
                .isEmpty();
        cared.put(herself, Staff.AREA);
        assertThat(found(match(Staff.kumariTheMidwife(), sanduni(), false, 10))).containsExactly(herself);
        assertThat(match(Staff.anotherMidwife(), sanduni(), false, 10).getEntry())
                .isEmpty();
    }

    @Test
    void doesNotTellAProgramOfAWomanWhoWantsNoneToRead() {
        cared.closeToPrograms(given(sanduni()));
        assertThat(match(HOSPITAL, sanduni(), false, 10).getEntry()).isEmpty();
    }

    @Test
    void comparesANationalIdNumberAndAnswersNone() {
        var herself = given(woman("S. Wickramasinghe", "1998-11-21"));
        keys.keep(herself, hasher.hash(NationalId.parse("199882612345").orElseThrow()));
        var asked = woman("Sanduni Wickramasinghe", "1998-11-21");
        asked.addIdentifier().setSystem("https://fhir.health.gov.lk/id/nic").setValue("199882612345");
        var answer = match(HOSPITAL, asked, false, 10);
        assertThat(grades(answer)).containsExactly("certain");
        assertThat(((Patient) answer.getEntryFirstRep().getResource()).getIdentifier())
                .isEmpty();
    }

    @Test
    void asksForSomethingToGoBy() {
        var refused = Refused.by(() -> match(HOSPITAL, new Patient(), false, 10));
        assertThat(refused.problem()).isEqualTo(Problem.PARAMETER_INVALID);
        assertThat(refused.getMessage()).contains("a name, a birth date, a phone number or an identifier");
    }

    @Test
    void countsEveryQuestionOfPeopleAndOfProgramsApart() {
        match(HOSPITAL, sanduni(), false, 10);
        match(HOSPITAL, sanduni(), true, 10);
        match(Staff.kumariTheMidwife(), sanduni(), false, 10);
        assertThat(asksOfSystems).isEqualTo(2);
        assertThat(asksOfPeople).isEqualTo(1);
    }

    @Test
    void isNotForDoctorsNorMothers() {
        assertThat(Refused.problemOf(() -> match(Staff.doctor(), sanduni(), false, 10)))
                .isEqualTo(Problem.FORBIDDEN);
        assertThat(Refused.problemOf(() -> match(Staff.mother("Patient/1"), sanduni(), false, 10)))
                .isEqualTo(Problem.FORBIDDEN);
    }

    private Bundle match(Caller caller, Patient person, boolean onlyCertain, int count) {
        var candidates = new InMemoryCandidates(records, keys, lookAlikes);
        var likely = new LikelyRecords(
                candidates,
                new InMemoryLinkedPeople(),
                records,
                keys,
                new FellegiSunterScorer(Prior.oneToOne()),
                new FellegiSunterScorer(Prior.among(1000)));
        var matching = new PatientMatching(
                records,
                new TypedNationalId(hasher),
                candidates,
                new ByNumber(register, likely),
                records,
                new Reach(cared),
                new Limits((who, what) -> asksOfPeople++, (who, what) -> asksOfSystems++));
        return matching.match(caller, new PatientMatch(person, onlyCertain, count));
    }

    private String given(Patient woman) {
        var reference = records.given(woman);
        lookAlikes.add(reference);
        return reference;
    }

    private String given(Patient woman, Phn phn) {
        woman.addIdentifier(Phns.identifier(phn));
        return given(woman);
    }

    private static Patient sanduni() {
        return woman("Hettiarachchige Sanduni Madushani Wickramasinghe", "1998-11-21");
    }

    private static Patient woman(String name, String born) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType(born));
        woman.addName().setText(name);
        return woman;
    }

    private static List<String> found(Bundle answer) {
        return answer.getEntry().stream().map(MatchTest::reference).toList();
    }

    private static String reference(BundleEntryComponent entry) {
        return "Patient/" + entry.getResource().getIdElement().getIdPart();
    }

    private static List<String> grades(Bundle answer) {
        return answer.getEntry().stream().map(MatchTest::grade).toList();
    }

    private static String grade(BundleEntryComponent entry) {
        return entry.getSearch()
                .getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/match-grade")
                .getValue()
                .primitiveValue();
    }
}
