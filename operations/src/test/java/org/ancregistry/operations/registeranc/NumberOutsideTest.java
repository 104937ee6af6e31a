package org.ancregistry.operations.registeranc;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Registers women whose numbers only the country's directory can know. */
class NumberOutsideTest {

    private static final Phn SHOWN = new Phn("385C9WRTB41");

    private final RegistrationDesk desk = new RegistrationDesk();

    @Test
    void bindsANumberThatTheDirectoryHasForHer() {
        desk.directory.knows(SHOWN, desk.nimali());
        assertThat(Phns.of(mother(desk.register(showing("r1", SHOWN))))).contains(SHOWN);
    }

    @Test
    void leavesANumberThatNobodyKnowsToASupervisorWhileTheDirectoryIsDown() {
        desk.directory.isDown(true);
        var answer = desk.register(showing("r1", SHOWN));
        assertThat(answer.getParameter("phn")).isNull();
        assertThat(desk.phns.holderOf(SHOWN)).isEmpty();
        assertThat(Phns.of(mother(answer))).isEmpty();
        var asked = desk.records.openTasks(patient(answer), Tasks.DECIDE_MATCH);
        assertThat(asked).hasSize(1);
        assertThat(Tasks.claimedPhn(asked.get(0))).contains(SHOWN.value());
        assertThat(desk.records.openTasks(patient(answer), Tasks.MATCH_LATER)).isEmpty();
    }

    @Test
    void asksNobodyAboutANumberThatWasSetAsideOrRetiredHere() {
        desk.directory.isDown(true);
        var ours = desk.phns.reserve(1, "4054", "pad").get(0);
        assertThat(Phns.of(mother(desk.register(showing("r1", ours))))).contains(ours);
        desk.phns.retire(SHOWN);
        assertThat(Refused.problemOf(() -> desk.register(showing("r2", SHOWN)))).isEqualTo(Problem.PHN_RETIRED);
    }

    @Test
    void takesNoNumberThatIsCertainlyAnothersInTheDirectory() {
        desk.directory.knows(SHOWN, desk.kumudu());
        var refused = Refused.by(() -> desk.register(showing("r1", SHOWN)));
        assertThat(refused.problem()).isEqualTo(Problem.PHN_BOUND_TO_ANOTHER);
        assertThat(refused.getMessage()).contains("not sure");
        assertThat(desk.phns.holderOf(SHOWN)).isEmpty();
    }

    @Test
    void stopsAtTheSecondWomanWhenTheFirstIsAnother() {
        var woman = woman();
        var second = new Phn("385C2Q7KXM9");
        desk.directory.knows(SHOWN, PatientDemographics.of(woman, null));
        desk.directory.knows(second, PatientDemographics.of(woman, null));
        for (var apart : new Phn[] {SHOWN, second}) {
            var asked = desk.request("r-" + apart.value())
                    .withoutEvidence("no-id")
                    .person(woman)
                    .differentFromNumber(apart);
            assertThat(Refused.problemOf(() -> desk.register(asked))).isEqualTo(Problem.LIKELY_REGISTERED);
        }
    }

    private RegistrationDesk.Request showing(String requestId, Phn phn) {
        return desk.request(requestId)
                .evidence(desk.evidenceOf(desk.nimali(), "nimali"))
                .decided(PhnDecision.USE_EXISTING)
                .phn(phn.value());
    }

    private static Patient woman() {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE);
        woman.setBirthDateElement(new DateType("1996-04-17")).addName().setText("Sanduni Wickramasinghe Perera");
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0710000001");
        woman.addAddress().setText("17 Lake Road, Gampaha");
        return woman;
    }

    private Patient mother(Parameters answer) {
        return desk.records.read(Patient.class, patient(answer)).orElseThrow();
    }

    private static String patient(Parameters answer) {
        return ((Reference) answer.getParameter("patient").getValue()).getReference();
    }
}
