package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Optional;
import org.ancregistry.domain.access.RecordsInCare;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done about a pregnant woman, she has a PHN or somebody is asked which is hers; and she never gets a second.
 * Looked at after each operation that could break it, on whichever database.
 */
abstract class NumberOrTaskRules {

    private static final String BORN = "1996-04-17";

    private final DecisionDesk desk = new DecisionDesk(registry());

    abstract RunningRegistry registry();

    @Test
    void leavesNobodyWithoutBothUntilASupervisorDecides() {
        var registered = desk.notSure(Clinic.woman("Indika Weerasekara"), null);
        assertAsked(registered);
        assertThat(refusedNumber(registered)).isEqualTo("phn-undecided");
        assertAsked(registered);
        desk.decide(desk.supervisor, task(registered), DecisionDesk.decision("later"));
        assertAsked(registered);
        var decided = desk.decide(desk.supervisor, task(registered), DecisionDesk.decision("different", "2"));
        assertHolds(registered, DecisionDesk.phn(decided));
        assertThat(DecisionDesk.phn(number(registered))).isEqualTo(DecisionDesk.phn(decided));
    }

    @Test
    void findsAWomanByTheNumberOfHerEarlierRecord() {
        var earlier = delivered(desk.registered(nimali()));
        var phn = DecisionDesk.phn(earlier);
        var later = desk.verifiedAndNotSure(phn);
        var answer = same(later, earlier, "1");
        assertThat(DecisionDesk.phn(answer)).isEqualTo(phn);
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("false");
        assertHolds(later, phn);
        var asked = number(later);
        assertThat(DecisionDesk.phn(asked)).isEqualTo(phn);
        assertThat(Clinic.text(asked, "issued")).isEqualTo("false");
        assertThat(checkedIn(phn)).isEqualTo(patient(later));
        assertThat(registry().bean(RecordsInCare.class).of(patient(earlier)))
                .as("where she signs in to")
                .isEqualTo(patient(later));
        assertThat(desk.clinic.problemsIn(patient(later))).isEmpty();
        assertThat(Clinic.refusal(() -> desk.clinic.ask(desk.clinic.midwife, "$register-anc", again(phn))))
                .isEqualTo("pregnancy-already-active");
    }

    private String checkedIn(String phn) {
        var asked = new Parameters().addParameter("phn", phn);
        Clinic.add(asked, "birth-date", new DateType(BORN));
        return Clinic.reference(desk.clinic.ask(desk.clinic.doctor, "$check-in", asked), "patient");
    }

    /** As she calls herself, whom {@link DecisionDesk#verifiedAndNotSure} proves to be. */
    private static Patient nimali() {
        return Clinic.woman("Nimali Perera").setBirthDateElement(new DateType(BORN));
    }

    private Parameters again(String phn) {
        var asked = desk.clinic.verified(Clinic.id(), Clinic.id());
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        Clinic.add(asked, "phn-decision", new CodeType("use-existing"));
        return asked.addParameter("phn", phn);
    }

    @Test
    void asksAgainWhenALinkIsTakenBack() {
        var earlier = desk.registered(Clinic.woman("Malkanthi Dissanayake"));
        var later = desk.notSure(Clinic.woman("Malkanthi Dissanayake"), DecisionDesk.phn(earlier));
        same(later, earlier, "1");
        desk.decide(desk.supervisor, task(later), DecisionDesk.decision("undo", "2"));
        assertAsked(later);
        assertThat(refusedNumber(later)).isEqualTo("phn-undecided");
    }

    @Test
    void givesOneNumberToAWomanOfTwoRecordsThatHaveNone() {
        var earlier = desk.notSure(Clinic.woman("Thilini Karunaratne"), null);
        var later = desk.notSure(Clinic.woman("Thilini Karunaratne"), null);
        var answer = same(later, earlier, "1");
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("true");
        assertHolds(later, DecisionDesk.phn(answer));
        assertHolds(earlier, DecisionDesk.phn(answer));
        assertThat(DecisionDesk.phn(number(earlier))).isEqualTo(DecisionDesk.phn(answer));
        desk.decide(desk.supervisor, task(later), DecisionDesk.decision("undo", "2"));
        assertHolds(later, DecisionDesk.phn(answer));
        assertAsked(earlier);
    }

    @Test
    void bindsNoSecondNumberToAWomanWhoHoldsOne() {
        var subject = Clinic.id();
        desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), subject));
        var later = desk.registered(Clinic.woman("Nimali Perera"));
        var task = askedAboutAnotherRecord(later, subject);
        var asked = DecisionDesk.decision("phn-is-hers").addParameter("phn", "9902WVTRQPN");
        assertThat(Clinic.refusal(() -> desk.decide(desk.supervisor, task, asked)))
                .isEqualTo("phn-already-held");
        assertHolds(later, DecisionDesk.phn(later));
        assertThat(DecisionDesk.phn(number(later))).isEqualTo(DecisionDesk.phn(later));
    }

    private String askedAboutAnotherRecord(Parameters registered, String subject) {
        var draft = Clinic.id();
        var asked = proof(draft, desk.evidence(draft, subject, "Nimali Perera", BORN, null));
        assertThat(Clinic.refusal(
                        () -> desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), asked)))
                .isEqualTo("subject-already-registered");
        return open(registered).orElseThrow();
    }

    @Test
    void keepsAskingWhenSheIsVerifiedOrMoves() {
        var registered = desk.notSure(Clinic.woman("Ruwani Pathirana"), null);
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Ruwani Pathirana", "1994-05-06", null);
        desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), proof(draft, evidence));
        assertAsked(registered);
        var taker = desk.midwifeElsewhere();
        var area = taker.areas().iterator().next();
        var give = handOver("give");
        Clinic.add(give, "area", new Reference(area));
        desk.clinic.ask(desk.clinic.midwife, "$hand-over", patient(registered), give);
        assertAsked(registered);
        desk.clinic.ask(taker, "$hand-over", patient(registered), handOver("take"));
        assertAsked(registered);
        assertThat(desk.task(open(registered).orElseThrow()).getOwner().getReference())
                .isEqualTo(area);
        assertThat(Clinic.refusal(
                        () -> desk.decide(desk.supervisor, task(registered), DecisionDesk.decision("different"))))
                .isEqualTo("not-found");
    }

    private static Parameters handOver(String action) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "action", new CodeType(action));
        return asked;
    }

    private static Parameters proof(String draft, String evidence) {
        var asked = new Parameters()
                .addParameter("draft", draft)
                .addParameter("evidence", evidence)
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", "1");
        Clinic.add(asked, "decision", new CodeType("same"));
        return asked;
    }

    private Parameters same(Parameters later, Parameters earlier, String basedOn) {
        var asked = DecisionDesk.comparedWith(DecisionDesk.decision("same", basedOn), patient(earlier));
        return desk.decide(desk.supervisor, task(later), asked);
    }

    /** Her pregnancy is over, as when she comes with the next one. */
    private Parameters delivered(Parameters registered) {
        var pregnancy = desk.read(EpisodeOfCare.class, Clinic.reference(registered, "pregnancy"));
        pregnancy.setStatus(EpisodeOfCareStatus.FINISHED);
        registry()
                .bean(DaoRegistry.class)
                .getResourceDao(EpisodeOfCare.class)
                .update(pregnancy, new SystemRequestDetails());
        return registered;
    }

    private Parameters number(Parameters registered) {
        return desk.clinic.ask(
                desk.clinic.midwife,
                "$issue-phn",
                patient(registered),
                new Parameters().addParameter("request-id", Clinic.id()));
    }

    private String refusedNumber(Parameters registered) {
        return Clinic.refusal(() -> number(registered));
    }

    /** Pregnant, without a number, and a supervisor is asked. */
    private void assertAsked(Parameters registered) {
        assertThat(held(registered)).isEmpty();
        assertThat(open(registered)).isPresent();
        assertPregnant(registered);
    }

    /** Pregnant, and that is her number: the only one. */
    private void assertHolds(Parameters registered, String phn) {
        assertThat(held(registered)).contains(phn);
        assertThat(Phns.all(desk.read(Patient.class, patient(registered)))).hasSizeLessThanOrEqualTo(1);
        assertPregnant(registered);
    }

    private void assertPregnant(Parameters registered) {
        assertThat(registry().bean(ActivePregnancies.class).of(patient(registered)))
                .isPresent();
    }

    private Optional<String> held(Parameters registered) {
        return Phns.ofWoman(desk.read(Patient.class, patient(registered))).map(phn -> phn.value());
    }

    private Optional<String> open(Parameters registered) {
        return registry().bean(OpenTasks.class).about(patient(registered), Tasks.DECIDE_MATCH).stream()
                .map(task -> "Task/" + task.getIdElement().getIdPart())
                .findFirst();
    }

    private static String task(Parameters registered) {
        return Clinic.reference(registered, "task");
    }

    private static String patient(Parameters registered) {
        return Clinic.reference(registered, "patient");
    }
}
