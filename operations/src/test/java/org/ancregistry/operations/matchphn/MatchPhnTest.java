package org.ancregistry.operations.matchphn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.InMemoryIdentityEvidences;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryPhnDirectory;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class MatchPhnTest {

    private static final String PHN = "4054X7K2Q9V";
    private static final String ODD_PHN = "4054X7K2Q9W";
    private static final Demographics NIMALI = new Demographics(
            List.of(PersonName.of("Nimali Sanduni Perera", "en")),
            LocalDate.of(1996, 4, 17),
            Gender.FEMALE,
            null,
            "0710000001",
            null,
            null);

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneOffset.UTC);
    private final PhnPolicy policy = PhnPolicy.sriLanka("4054");
    private final InMemoryPhnRegister register = new InMemoryPhnRegister(new PhnFactory(policy, new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryStrongKeys keys = new InMemoryStrongKeys();
    private final InMemoryLinkedPeople linked = new InMemoryLinkedPeople();
    private final InMemoryIdentityEvidences evidences = new InMemoryIdentityEvidences();
    private final CaredFor cared = new CaredFor();
    private final Set<String> lookAlikes = new LinkedHashSet<>();
    private final NationalIdHasher hasher =
            new NationalIdHasher("a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    private PhnDirectory directory = PhnDirectory.none();
    private int attempts;

    @Test
    void laysTheVerifiedWomanBesideTheRecordOfHerNumber() {
        var record = givenMother(PHN, "Nimali Sanduni Perera", "1996-04-17");
        var candidate = candidates(byNumber(PHN)).get(0);
        assertThat(part(candidate, "patient").getReferenceElement().getValue()).isEqualTo(record);
        assertThat(text(candidate, "grade")).isIn("certain", "probable");
        assertThat(results(candidate)).contains("name same", "birthDate same", "nationalId missing");
    }

    @Test
    void acceptsANumberHoweverItIsSpaced() {
        givenMother(PHN, "Nimali Perera", "1996-04-17");
        assertThat(candidates(byNumber("4054 x7k2q9-v"))).hasSize(1);
    }

    @Test
    void flagsANumberThatNoCheckCharacterVouchesFor() {
        givenMother(ODD_PHN, "Nimali Perera", "1996-04-17");
        var answer = byNumber(ODD_PHN);
        assertThat(answer.getParameter("warning").getValue().primitiveValue()).isEqualTo("phn-check-unknown");
        assertThat(candidates(answer)).hasSize(1);
    }

    @Test
    void tellsAMidwifeWithEvidenceWhyANumberLeadsNowhere() {
        assertThat(problem("4054X7#2Q9V")).isEqualTo(Problem.PHN_MALFORMED);
        assertThat(problem(PHN)).isEqualTo(Problem.PHN_UNKNOWN);
        register.retire(new Phn("385C2Q7KXM9"));
        assertThat(problem("385C2Q7KXM9")).isEqualTo(Problem.PHN_RETIRED);
        records.given(person("385C9WRTB41", "Sunil Perera", "1990-01-01").setGender(AdministrativeGender.MALE));
        assertThat(problem("385C9WRTB41")).isEqualTo(Problem.PHN_NOT_APPLICABLE);
        records.given(person("385CBCDFGH9", "Little Perera", "2020-01-01"));
        assertThat(problem("385CBCDFGH9")).isEqualTo(Problem.PHN_NOT_APPLICABLE);
    }

    @Test
    void stopsAtANumberThatIsBoundToAnotherIdentity() {
        var other = givenMother(PHN, "Kumudu Silva", "1994-01-02");
        keys.belongTo(other, List.of(StrongKey.of(new Subject("esignet", "kumudu"))));
        assertThat(problem(PHN)).isEqualTo(Problem.PHN_BOUND_TO_ANOTHER);
    }

    @Test
    void stopsWhenTheWomanHasAnotherRecordThanTheNumbers() {
        givenMother(PHN, "Kumudu Silva", "1994-01-02");
        linked.link(new Subject("esignet", "nimali"), "Patient/another");
        assertThat(problem(PHN)).isEqualTo(Problem.PHN_BOUND_TO_ANOTHER);
    }

    @Test
    void saysThatTheDirectoryIsDown() {
        directory = new InMemoryPhnDirectory().isDown(true);
        assertThat(problem(PHN)).isEqualTo(Problem.PHN_DIRECTORY_UNAVAILABLE);
    }

    @Test
    void comparesWithWhatOnlyTheDirectoryKnows() {
        directory = new InMemoryPhnDirectory().knows(new Phn(PHN), NIMALI);
        var candidate = candidates(byNumber(PHN)).get(0);
        assertThat(candidate.getPart()).noneMatch(part -> part.getName().equals("patient"));
        assertThat(text(candidate, "grade")).isEqualTo("certain");
    }

    @Test
    void showsWhomOnlyTheDirectoryKnowsToWhoHasHerEvidence() {
        directory = new InMemoryPhnDirectory().knows(new Phn(PHN), NIMALI);
        var found = candidates(match(Staff.kumariTheMidwife(), new MatchPhn(null, evidence(), "d", null)));
        assertThat(found).hasSize(1);
        assertThat(text(found.get(0), "grade")).isIn("certain", "probable");
        var told = new MatchPhn(null, null, null, person(null, "Nimali Perera", "1996-04-17"));
        assertThat(candidates(match(Staff.kumariTheMidwife(), told))).isEmpty();
    }

    @Test
    void goesOnWithoutTheDirectoryAndSaysSo() {
        lookAlikes.add(givenMother(PHN, "Nimali Perera", "1996-04-17"));
        directory = new InMemoryPhnDirectory().isDown(true);
        var answer = match(Staff.kumariTheMidwife(), new MatchPhn(null, evidence(), "d", null));
        assertThat(candidates(answer)).hasSize(1);
        assertThat(answer.getParameter("warning").getValue().primitiveValue()).isEqualTo("phn-directory-unavailable");
    }

    @Test
    void givesEverybodyElseOneAnswerForAllMisses() {
        givenMother(PHN, "Nimali Perera", "1996-04-17");
        register.retire(new Phn("385C2Q7KXM9"));
        for (var phn : List.of(PHN, ODD_PHN, "385C2Q7KXM9", "4054X7#2Q9V")) {
            var asked = new MatchPhn(phn, null, null, person(null, "Nimali Perera", "1996-04-17"));
            assertThat(Refused.problemOf(() -> match(Staff.kumariTheMidwife(), asked)))
                    .isEqualTo(Problem.NOT_FOUND);
        }
        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void comparesWithoutEvidenceWithinTheMidwifesCare() {
        cared.put(givenMother(PHN, "Nimali Perera", "1996-04-17"), Staff.AREA);
        var asked = new MatchPhn(PHN, null, null, person(null, "Nimali Perera", "1996-04-17"));
        assertThat(candidates(match(Staff.kumariTheMidwife(), asked))).hasSize(1);
        assertThat(Refused.problemOf(() -> match(Staff.anotherMidwife(), asked)))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void tellsASystemOnlyWhatItWasGranted() {
        var asked = new MatchPhn(PHN, null, null, null);
        assertThat(Refused.problemOf(() -> match(Staff.system("system/Patient.rs"), asked)))
                .isEqualTo(Problem.PHN_UNKNOWN);
        assertThat(Refused.problemOf(() -> match(Staff.system("system/Observation.rs"), asked)))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void tellsASystemNothingOfARecordThatIsClosedToPrograms() {
        var nimali = givenMother(PHN, "Nimali Perera", "1996-04-17");
        lookAlikes.add(nimali);
        directory = new InMemoryPhnDirectory().knows(new Phn(PHN), NIMALI);
        var person = person(null, "Nimali Perera", "1996-04-17");
        var reader = Staff.system("system/Patient.rs");
        assertThat(candidates(match(reader, new MatchPhn(PHN, null, null, person))))
                .hasSize(1);
        assertThat(candidates(match(reader, new MatchPhn(null, null, null, person))))
                .hasSize(1);

        cared.closeToPrograms(nimali);
        assertThat(Refused.problemOf(() -> match(reader, new MatchPhn(PHN, null, null, person))))
                .isEqualTo(Problem.PHN_UNKNOWN);
        assertThat(candidates(match(reader, new MatchPhn(null, null, null, person))))
                .isEmpty();
    }

    @Test
    void looksForRecordsThatMayBeHersWithTheLikeliestFirst() {
        var another = givenMother("385C9WRTB41", "Kumudu Silva", "1970-01-02");
        var sister = givenMother(null, "Sanduni Perera", "1999-04-17");
        var herself = givenMother(PHN, "Nimali Sanduni Perera", "1996-04-17");
        keys.keep(herself, hasher.hash(NationalId.parse("966081234V").orElseThrow()));
        lookAlikes.addAll(List.of(another, sister, herself));
        var found = candidates(match(Staff.kumariTheMidwife(), new MatchPhn(null, evidence(), "d", null)));
        assertThat(part(found.get(0), "patient").getReferenceElement().getValue())
                .isEqualTo(herself);
        assertThat(found)
                .noneMatch(candidate -> part(candidate, "patient")
                        .getReferenceElement()
                        .getValue()
                        .equals(another));
    }

    @Test
    void refusesAnothersEvidence() {
        var handle = evidence();
        var asked = new MatchPhn(PHN, handle, "d", null);
        assertThat(Refused.problemOf(() -> match(Staff.anotherMidwife(), asked)))
                .isEqualTo(Problem.EVIDENCE_NOT_YOURS);
        assertThat(Refused.problemOf(() -> match(Staff.kumariTheMidwife(), new MatchPhn(PHN, handle, "other", null))))
                .isEqualTo(Problem.EVIDENCE_NOT_YOURS);
    }

    @Test
    void isNotForDoctorsNorMothers() {
        var asked = new MatchPhn(PHN, null, null, null);
        assertThat(Refused.problemOf(() -> match(Staff.doctor(), asked))).isEqualTo(Problem.FORBIDDEN);
        assertThat(Refused.problemOf(() -> match(Staff.mother("Patient/1"), asked)))
                .isEqualTo(Problem.FORBIDDEN);
    }

    private Parameters match(Caller caller, MatchPhn asked) {
        var reach = new Reach(cared);
        var search = new LikelyRecords(
                new InMemoryCandidates(records, keys, lookAlikes),
                linked,
                records,
                keys,
                new FellegiSunterScorer(Prior.oneToOne()),
                new FellegiSunterScorer(Prior.among(1000)));
        var look = new OutsideLook(directory, register, search);
        var matching = new Matching(
                records,
                new LiveEvidence(evidences, clock),
                new TypedNationalId(hasher),
                new NumberLookup(register, policy, records, keys, linked, directory, clock),
                search,
                look,
                reach,
                (who, what) -> attempts++);
        return matching.match(caller, asked);
    }

    private Parameters byNumber(String phn) {
        return match(Staff.kumariTheMidwife(), new MatchPhn(phn, evidence(), "d", null));
    }

    private Problem problem(String phn) {
        return Refused.problemOf(() -> byNumber(phn));
    }

    private String evidence() {
        evidences.keep(new IdentityEvidence(
                "handle",
                "esignet",
                "nimali",
                NIMALI,
                Set.of("name"),
                Set.of(),
                "mosip:idp:acr:generated-code",
                clock.instant(),
                "Practitioner/kumari",
                "d",
                clock.instant().plusSeconds(60),
                null));
        return "handle";
    }

    private String givenMother(String phn, String name, String born) {
        return records.given(person(phn, name, born));
    }

    private static Patient person(String phn, String name, String born) {
        var person = new Patient().setGender(AdministrativeGender.FEMALE);
        if (phn != null) {
            person.addIdentifier(Phns.identifier(new Phn(phn)));
        }
        person.addName().setText(name);
        person.setBirthDateElement(new DateType(born));
        return person;
    }

    private static List<ParametersParameterComponent> candidates(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("candidate"))
                .toList();
    }

    private static Reference part(ParametersParameterComponent candidate, String name) {
        return (Reference) candidate.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String text(ParametersParameterComponent candidate, String name) {
        return candidate.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> results(ParametersParameterComponent candidate) {
        return candidate.getPart().stream()
                .filter(part -> part.getName().equals("field"))
                .map(field -> text(field, "name") + " " + text(field, "result"))
                .toList();
    }
}
