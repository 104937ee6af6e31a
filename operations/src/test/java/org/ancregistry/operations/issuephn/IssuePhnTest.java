package org.ancregistry.operations.issuephn;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.matching.FellegiSunterScorer;
import org.ancregistry.domain.matching.Prior;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryPhnDirectory;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class IssuePhnTest {

    private final PhnPolicy policy = PhnPolicy.sriLanka("4054");
    private final InMemoryPhnRegister register = new InMemoryPhnRegister(new PhnFactory(policy, new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final CaredFor cared = new CaredFor();
    private final InMemoryPhnDirectory directory = new InMemoryPhnDirectory();
    private final OutsideLook look = new OutsideLook(
            directory,
            register,
            new LikelyRecords(
                    new InMemoryCandidates(records, new InMemoryStrongKeys(), Set.of()),
                    new InMemoryLinkedPeople(),
                    records,
                    new InMemoryStrongKeys(),
                    new FellegiSunterScorer(Prior.oneToOne()),
                    new FellegiSunterScorer(Prior.among(1000))));
    private final PhnIssuing issuing = new PhnIssuing(
            new Once(records, new InMemoryRegistryRequests()),
            register,
            policy,
            records,
            records::openTasks,
            facility -> facility.equals(Staff.FIELD_CLINIC) ? Optional.of("4054") : Optional.empty(),
            new Reach(cared),
            new BeforeIssuing(look, records, records, records::openTasks, new Reach(cared), Clock.systemUTC()));

    @Test
    void givesAMotherANumberAndWritesItOnHerRecord() {
        var nimali = nimali();
        var answer = forPerson(Staff.kumariTheMidwife(), "r1", nimali);
        var phn = phns(answer).get(0);
        assertThat(policy.check(phn).known()).isTrue();
        assertThat(issued(answer)).isTrue();
        assertThat(records.read(Patient.class, nimali).flatMap(Phns::of)).contains(phn);
    }

    @Test
    void givesNoSecondNumberToWhomTheDirectoryVeryLikelyKnows() {
        var nimali = nimali();
        var said = PatientDemographics.of(records.read(Patient.class, nimali).orElseThrow(), null);
        directory.knows(new Phn("385C9WRTB41"), said);
        var refused = Refused.by(() -> forPerson(Staff.kumariTheMidwife(), "r1", nimali));
        assertThat(refused.problem()).isEqualTo(Problem.LIKELY_REGISTERED);
        assertThat(register.heldBy(nimali)).isEmpty();
        var asked = records.openTasks(nimali, Tasks.DECIDE_MATCH);
        assertThat(asked).hasSize(1);
        assertThat(Refused.concerns(refused)).isEqualTo(Canon.referenceTo(asked.get(0)));
        assertThat(Tasks.claimedPhn(asked.get(0))).contains("385C9WRTB41");
        assertThat(Tasks.isOfDirectory(asked.get(0))).isTrue();
        assertThat(Refused.problemOf(() -> forPerson(Staff.kumariTheMidwife(), "r1", nimali)))
                .isEqualTo(Problem.PHN_UNDECIDED);
        assertThat(records.openTasks(nimali, Tasks.DECIDE_MATCH)).hasSize(1);
    }

    @Test
    void asksNoSupervisorForThoseWhoMayNotHaveANumberIssued() {
        var nimali = nimali();
        var said = PatientDemographics.of(records.read(Patient.class, nimali).orElseThrow(), null);
        directory.knows(new Phn("385C9WRTB41"), said);
        for (var caller : List.of(Staff.mother(nimali), Staff.system("system/Patient.rs"))) {
            assertThat(Refused.problemOf(() -> forPerson(caller, "r1", nimali))).isEqualTo(Problem.FORBIDDEN);
        }
        assertThat(records.openTasks(nimali, Tasks.DECIDE_MATCH)).isEmpty();
    }

    @Test
    void goesOnWhileTheDirectoryIsDownAndLeavesItForLater() {
        var nimali = nimali();
        directory.isDown(true);
        assertThat(issued(forPerson(Staff.kumariTheMidwife(), "r1", nimali))).isTrue();
        assertThat(records.openTasks(nimali, Tasks.MATCH_LATER)).hasSize(1);
    }

    @Test
    void givesBackTheNumberThatSheHolds() {
        var nimali = nimali();
        var first = forPerson(Staff.kumariTheMidwife(), "r1", nimali);
        var second = forPerson(Staff.kumariTheMidwife(), "r2", nimali);
        assertThat(phns(second)).isEqualTo(phns(first));
        assertThat(issued(second)).isFalse();
        assertThat(records.read(Patient.class, nimali).orElseThrow().getIdentifier())
                .hasSize(1);
    }

    @Test
    void givesBackTheNumberOfHerOtherRecord() {
        var earlier = records.read(Patient.class, nimali()).orElseThrow();
        earlier.addIdentifier(Phns.identifier(new Phn("4054X7K2Q9V")));
        var later = records.read(Patient.class, nimali()).orElseThrow();
        LinkedRecords.join(later, earlier);
        records.write(List.of(later, earlier));
        var answer = forPerson(Staff.kumariTheMidwife(), "r1", Given.reference(later.getIdElement()));
        assertThat(phns(answer)).containsExactly(new Phn("4054X7K2Q9V"));
        assertThat(issued(answer)).isFalse();
    }

    @Test
    void givesNoneWhileASupervisorIsAskedWhichIsHers() {
        var nimali = nimali();
        records.given(new DeskPapers(
                        nimali, DateTimeType.now(), Staff.kumariTheMidwife().id(), null)
                .task(Tasks.DECIDE_MATCH, "Decide which PHN is hers."));
        assertThat(Refused.problemOf(() -> forPerson(Staff.kumariTheMidwife(), "r1", nimali)))
                .isEqualTo(Problem.PHN_UNDECIDED);
        assertThat(register.heldBy(nimali)).isEmpty();
    }

    @Test
    void answersARepeatAlikeAndRefusesAnotherQuestionUnderTheSameId() {
        var nimali = nimali();
        var first = forPerson(Staff.kumariTheMidwife(), "r1", nimali);
        assertThat(forPerson(Staff.kumariTheMidwife(), "r1", nimali).equalsDeep(first))
                .isTrue();
        var other = nimali();
        assertThat(Refused.problemOf(() -> forPerson(Staff.kumariTheMidwife(), "r1", other)))
                .isEqualTo(Problem.REQUEST_REUSED);
    }

    @Test
    void doesNotAnswerOneCallerWithWhatAnotherWasTold() {
        var first = block(Staff.supervisor(), "r1", 3);
        var other = block(Staff.system("system/Patient.cruds"), "r1", 3);
        assertThat(phns(other)).doesNotContainAnyElementsOf(phns(first));
    }

    @Test
    void reservesABlockOfDifferentNumbers() {
        assertThat(phns(block(Staff.supervisor(), "r1", 100)))
                .hasSize(100)
                .doesNotHaveDuplicates()
                .allMatch(phn -> policy.check(phn).known());
    }

    @Test
    void refusesABlockThatIsTooLargeOrEmpty() {
        assertThat(Refused.problemOf(() -> block(Staff.supervisor(), "r1", 101)))
                .isEqualTo(Problem.PARAMETER_INVALID);
        assertThat(Refused.problemOf(() -> block(Staff.supervisor(), "r2", 0))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void givesNoBlockToAMidwifeAndNothingToAMother() {
        assertThat(Refused.problemOf(() -> block(Staff.kumariTheMidwife(), "r1", 5)))
                .isEqualTo(Problem.FORBIDDEN);
        var nimali = nimali();
        assertThat(Refused.problemOf(() -> forPerson(Staff.mother(nimali), "r1", nimali)))
                .isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void givesNothingToASystemThatMayOnlyRead() {
        assertThat(Refused.problemOf(() -> block(Staff.system("system/Patient.rs"), "r1", 5)))
                .isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void doesNotSayWhetherARecordOutsideHerAreaExists() {
        var nimali = nimali();
        var outside = Refused.outcomeOf(() -> forPerson(Staff.anotherMidwife(), "r1", nimali));
        var nobody = Refused.outcomeOf(() -> forPerson(Staff.anotherMidwife(), "r2", "Patient/nobody"));
        assertThat(outside.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("not-found");
        assertThat(outside.equalsDeep(nobody)).isTrue();
    }

    @Test
    void refusesAnothersPointOfIssue() {
        var asked = new IssuePhn("r1", nimali(), null, "9999");
        assertThat(Refused.problemOf(() -> issuing.issue(Staff.kumariTheMidwife(), asked)))
                .isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void saysThatNoNumberCanBeIssuedUnderAPointOfIssue() {
        var asked = new IssuePhn("r1", null, 1, "20A1");
        assertThat(Refused.problemOf(() -> issuing.issue(Staff.system("system/*.*"), asked)))
                .isEqualTo(Problem.PARAMETER_INVALID);
    }

    private String nimali() {
        var nimali = new Patient().setGender(AdministrativeGender.FEMALE);
        nimali.setBirthDateElement(new DateType("1996-04-17")).addName().setText("Nimali Sanduni Perera");
        nimali.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0710000001");
        var reference = records.given(nimali);
        cared.put(reference, Staff.AREA);
        return reference;
    }

    private Parameters forPerson(Caller caller, String requestId, String patient) {
        return issuing.issue(caller, new IssuePhn(requestId, patient, null, null));
    }

    private Parameters block(Caller caller, String requestId, int count) {
        return issuing.issue(caller, new IssuePhn(requestId, null, count, "4054"));
    }

    private static List<Phn> phns(Parameters answer) {
        return answer.getParameter().stream()
                .filter(part -> part.getName().equals("phn"))
                .map(part -> new Phn(((Identifier) part.getValue()).getValue()))
                .toList();
    }

    private static boolean issued(Parameters answer) {
        return ((BooleanType) answer.getParameter("issued").getValue()).booleanValue();
    }
}
