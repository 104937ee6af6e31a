package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What may be decided later about who a mother is, by whom and how often, on whichever database. */
abstract class DecisionsRules {

    private final DecisionDesk desk = new DecisionDesk(registry());

    abstract RunningRegistry registry();

    @Test
    void laysBothRecordsBesideEachOtherAndChangesNothing() {
        var earlier = desk.registered(Clinic.woman("Sandya Rathnayake"));
        var later = desk.notSure(Clinic.woman("Sandya Ratnayaka"), DecisionDesk.phn(earlier));
        var sides = desk.decide(desk.supervisor, task(later), new Parameters());
        assertThat(DecisionDesk.candidates(sides)).first().isEqualTo(patient(earlier));
        assertThat(DecisionDesk.candidates(sides)).doesNotContain(patient(later));
        assertThat(Clinic.text(sides, "claimed-phn")).isEqualTo(DecisionDesk.phn(earlier));
        assertThat(Clinic.text(sides, "warning")).isEqualTo("phn-already-held");
        assertThat(Clinic.text(sides, "version")).isEqualTo("1");
        assertThat(desk.task(task(later)).getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void linksTwoRecordsOfOneWomanAndMovesNothing() {
        var earlier = desk.registered(Clinic.woman("Padmini Gunasekara"));
        var later = desk.notSure(Clinic.woman("Padmini Gunasekara"), DecisionDesk.phn(earlier));
        var asked = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        var answer = desk.decide(desk.supervisor, task(later), asked);
        assertThat(Clinic.text(answer, "status")).isEqualTo("completed");
        assertThat(links(later)).containsExactly(LinkType.REFER + " " + patient(earlier));
        assertThat(links(earlier)).containsExactly(LinkType.SEEALSO + " " + patient(later));
        assertThat(desk.read(Patient.class, patient(later)).hasIdentifier()).isFalse();
        assertThat(desk.clinic.problemsIn(patient(later))).isEmpty();
        assertThat(audited(patient(earlier), desk.supervisor)).isTrue();
    }

    @Test
    void takesALinkBackAndAsksAgain() {
        var earlier = desk.registered(Clinic.woman("Renuka Bandara"));
        var later = desk.notSure(Clinic.woman("Renuka Bandara"), DecisionDesk.phn(earlier));
        var same = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        desk.decide(desk.supervisor, task(later), same);
        assertThat(refused(task(later), DecisionDesk.decision("different", "2")))
                .isEqualTo("already-decided");
        var undone = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("undo", "2"));
        assertThat(Clinic.text(undone, "status")).isEqualTo("requested");
        assertThat(links(later)).isEmpty();
        assertThat(links(earlier)).isEmpty();
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("different", "3"));
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("true");
    }

    @Test
    void issuesAPhnToADifferentWoman() {
        var later = desk.notSure(Clinic.woman("Different Awoman"), null);
        var asked = DecisionDesk.decision("different");
        var answer = desk.decide(desk.supervisor, task(later), asked);
        assertThat(DecisionDesk.phn(answer))
                .startsWith(desk.clinic.pointOfIssue)
                .hasSize(11);
        assertThat(desk.read(Patient.class, patient(later))
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(DecisionDesk.phn(answer));
        var again = desk.decide(desk.supervisor, task(later), asked);
        assertThat(DecisionDesk.phn(again)).isEqualTo(DecisionDesk.phn(answer));
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
    }

    @Test
    void bindsTheNumberOnHerCardThatNobodyHolds() {
        var card = "9902WVTRQPM";
        var later = desk.notSure(Clinic.woman("Holds Acard"), card);
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("phn-is-hers"));
        assertThat(DecisionDesk.phn(answer)).isEqualTo(card);
        assertThat(Clinic.text(answer, "warning")).isEqualTo("phn-check-unknown");
        assertThat(Clinic.text(answer, "phn-issued")).isEqualTo("false");
    }

    @Test
    void refusesANumberThatAnotherHoldsOrThatIsNone() {
        var holder = desk.registered(Clinic.woman("Holder Ofone"));
        var later = desk.notSure(Clinic.woman("Holder Ofone"), DecisionDesk.phn(holder));
        assertThat(refused(task(later), DecisionDesk.decision("phn-is-hers"))).isEqualTo("phn-already-held");
        assertThat(refused(task(later), DecisionDesk.decision("phn-is-hers").addParameter("phn", "12O#")))
                .isEqualTo("phn-malformed");
        var retired = desk.clinic.ask(desk.clinic.midwife, "$register-anc", other());
        registry()
                .bean(JdbcTemplate.class)
                .update("update issued_phn set state = 'retired' where phn = ?", DecisionDesk.phn(retired));
        assertThat(refused(
                        task(later),
                        DecisionDesk.decision("phn-is-hers").addParameter("phn", DecisionDesk.phn(retired))))
                .isEqualTo("phn-retired");
    }

    private Parameters other() {
        return desk.clinic.registration(Clinic.id(), Clinic.woman("Retired Number"));
    }

    @Test
    void refusesToTakeTwoProvedPersonsForOne() {
        var one = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), Clinic.id()));
        var other = desk.verifiedAndNotSure(DecisionDesk.phn(one));
        assertThat(refused(task(other), DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(one))))
                .isEqualTo("phn-bound-to-another");
        assertThat(refused(task(other), DecisionDesk.decision("phn-is-hers"))).isEqualTo("phn-bound-to-another");
    }

    @Test
    void linksNobodyWhoWasNotShown() {
        var stranger = desk.registered(Clinic.woman("Unrelated Stranger"));
        var later = desk.notSure(Clinic.woman("Quite Someoneelse"), null);
        assertThat(refused(task(later), DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(stranger))))
                .isEqualTo("not-found");
    }

    @Test
    void listsWhatWaitsForTheSupervisorsOfThatAreaOnly() {
        var later = desk.notSure(Clinic.woman("Waits Inthequeue"), null);
        assertThat(queue(desk.supervisor)).contains(task(later));
        assertThat(queue(desk.supervisorElsewhere)).doesNotContain(task(later));
        desk.decide(desk.supervisor, task(later), DecisionDesk.decision("different"));
        assertThat(queue(desk.supervisor)).doesNotContain(task(later));
    }

    private List<String> queue(Caller supervisor) {
        return desk
                .clinic
                .as(supervisor)
                .search()
                .forResource(Task.class)
                .where(Task.CODE
                        .exactly()
                        .systemAndCode("https://ancregistry.org/fhir/CodeSystem/anc-task", "decide-match"))
                .and(Task.STATUS.exactly().code("requested"))
                .include(Task.INCLUDE_PATIENT)
                .sort()
                .ascending("authored-on")
                .offset(0)
                .count(100)
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .filter(entry -> entry.getResource() instanceof Task)
                .map(entry -> "Task/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void writesDownWhoseSignInWasGivenAndTakenAway() {
        var nurse = desk.clinic.doctor.id();
        var links = registry().bean(JdbcLinkedPeople.class);
        links.link(new Subject("esignet", Clinic.id()), nurse, "link code");
        links.unlink(nurse, desk.supervisor.id());
        var acts = registry()
                .bean(JdbcTemplate.class)
                .queryForList(
                        "select resource from audit_event where resource like ? order by recorded",
                        String.class,
                        "%link-sign-in%" + nurse + "\"%");
        assertThat(acts).hasSize(2);
        assertThat(acts.get(0)).contains("\"link-sign-in\"").doesNotContain("esignet");
        assertThat(acts.get(1)).contains("\"unlink-sign-in\"");
    }

    @Test
    void leavesItOpenWithANote() {
        var later = desk.notSure(Clinic.woman("Later Tobedecided"), null);
        var answer = desk.decide(desk.supervisor, task(later), DecisionDesk.decision("later"));
        assertThat(Clinic.text(answer, "status")).isEqualTo("requested");
        assertThat(desk.task(task(later)).getNoteFirstRep().getText()).isEqualTo("Both were looked at.");
        assertThat(refused(task(later), DecisionDesk.decision("different"))).isEqualTo("version-conflict");
    }

    @Test
    void isForTheSupervisorOfThatAreaOnly() {
        var later = desk.notSure(Clinic.woman("Not Foreveryone"), null);
        assertThat(refusal(desk.supervisorElsewhere, task(later), DecisionDesk.decision("different")))
                .isEqualTo("not-found");
        assertThat(refusal(desk.clinic.midwife, task(later), DecisionDesk.decision("different")))
                .isEqualTo("forbidden");
        assertThat(refused(task(later), new Parameters().addParameter("decision", new CodeType("guess"))))
                .isEqualTo("parameter-invalid");
    }

    @Test
    void letsOneOfTwoSupervisorsDecide() throws ExecutionException, InterruptedException {
        var later = desk.notSure(Clinic.woman("Decided Atonce"), null);
        var outcomes = atOnce(
                () -> outcome(task(later), DecisionDesk.decision("different")),
                () -> outcome(task(later), DecisionDesk.decision("different")));
        assertThat(outcomes).containsExactlyInAnyOrder("decided", "version-conflict");
    }

    @Test
    void verifiesAMotherWhoHasHerIdNow() {
        var registered = desk.registered(Clinic.woman("Unverified Tillnow"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Unverified Tillnow", "1994-05-06", null);
        var asked = verification(draft, evidence);
        var compared = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), asked);
        assertThat(compared.getParameter("comparison").getPart()).isNotEmpty();
        assertThat(Clinic.text(compared, "verified")).isEqualTo("false");
        var decided = decided(verification(draft, evidence), "same", Clinic.text(compared, "version"));
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), decided);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("true");
        var mother = desk.read(Patient.class, patient(registered));
        assertThat(verified(mother)).isTrue();
        assertThat(mother.getBirthDateElement()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("esignet-otp");
        assertThat(desk.task(task(registered)).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        var again = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), decided);
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
        assertThat(verifyRefused(patient(registered), verification(draft, evidence)))
                .isEqualTo("evidence-used");
    }

    @Test
    void asksASupervisorOnceWhenSheHasAnotherRecord() {
        var subject = Clinic.id();
        var earlier = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), subject));
        var later = desk.registered(Clinic.woman("Nimali Perera"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, subject, "Nimali Perera", "1996-04-17", null);
        var decided = decided(verification(draft, evidence), "same", "1");
        assertThat(verifyRefused(patient(later), decided)).isEqualTo("subject-already-registered");
        assertThat(verifyRefused(patient(later), decided)).isEqualTo("subject-already-registered");
        var other = decided(verification(draft, evidence), "same", "1");
        assertThat(verifyRefused(patient(later), other)).isEqualTo("subject-already-registered");
        var tasks = tasksAbout(patient(later));
        assertThat(tasks).hasSize(1);
        assertThat(verified(desk.read(Patient.class, patient(later)))).isFalse();
        var sides = desk.decide(desk.supervisor, tasks.get(0), new Parameters());
        assertThat(DecisionDesk.candidates(sides)).contains(patient(earlier));
        var same = DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier));
        desk.decide(desk.supervisor, tasks.get(0), same);
        var version = desk.read(Patient.class, patient(later)).getMeta().getVersionId();
        var linked = decided(verification(draft, evidence), "same", version);
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(later), linked);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("true");
    }

    @Test
    void stopsAMidwifeWhereEverythingSpeaksAgainstIt() {
        var registered = desk.registered(Clinic.woman("Quite Another"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Fathima Nazeera", "1979-12-30", null);
        assertThat(verifyRefused(patient(registered), decided(verification(draft, evidence), "same", "1")))
                .isEqualTo("identity-differs");
        var different = decided(verification(draft, evidence), "different", "1");
        var answer = desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), different);
        assertThat(Clinic.text(answer, "verified")).isEqualTo("false");
        assertThat(desk.task(task(registered)).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(desk.task(task(registered)).getNote()).hasSize(1);
    }

    @Test
    void verifiesOnlyWithFreshEvidenceOfThatMidwife() {
        var registered = desk.registered(Clinic.woman("Fresh Evidenceonly"));
        var draft = Clinic.id();
        var foreign = desk.evidence("Practitioner/1", draft, Clinic.id(), "Fresh Evidenceonly", "1994-05-06", null);
        assertThat(verifyRefused(patient(registered), verification(draft, foreign)))
                .isEqualTo("evidence-not-yours");
        assertThat(verifyRefused(patient(registered), verification(draft, "none")))
                .isEqualTo("evidence-unknown");
        var verified =
                desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), Clinic.id()));
        var own = desk.evidence(draft, Clinic.id(), "Nimali Perera", "1996-04-17", null);
        assertThat(verifyRefused(patient(verified), verification(draft, own))).isEqualTo("already-verified");
    }

    @Test
    void verifiesOneOfTwoRecordsThatAreVerifiedAtOnce() throws ExecutionException, InterruptedException {
        var one = desk.registered(Clinic.woman("Verified Atonce"));
        var other = desk.registered(Clinic.woman("Verified Atonce"));
        var subject = Clinic.id();
        var outcomes = atOnce(() -> verifyOutcome(one, subject), () -> verifyOutcome(other, subject));
        assertThat(outcomes).containsExactlyInAnyOrder("verified", "subject-already-registered");
    }

    private String verifyOutcome(Parameters registered, String subject) {
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, subject, "Verified Atonce", "1994-05-06", null);
        var asked = decided(verification(draft, evidence), "same", "1");
        try {
            desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient(registered), asked);
            return "verified";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    @Test
    void letsNoTwoFacilitiesIssueUnderTheSameCharacters() {
        var code = TestPointsOfIssue.another();
        var administrator = desk.clinic.as(TestTokens.caller("Practitioner/1", Role.ADMINISTRATOR, null));
        var first = administrator.create().resource(clinic("First", code)).execute();
        var second = clinic("Second", code);
        assertThat(Clinic.refusal(() -> administrator.create().resource(second).execute()))
                .isEqualTo("point-of-issue-taken");
        var renamed = clinic("First, by another name", code);
        renamed.setId(first.getId().toUnqualifiedVersionless());
        administrator.update().resource(renamed).execute();
        renamed.getIdentifier().clear();
        administrator.update().resource(renamed).execute();
        assertThat(administrator.create().resource(second).execute().getCreated())
                .isTrue();
    }

    private static Organization clinic(String name, String pointOfIssue) {
        var clinic = new Organization().setActive(true).setName(name);
        clinic.getMeta().addProfile("https://ancregistry.org/fhir/StructureDefinition/anc-unit");
        clinic.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode("clinic");
        clinic.addIdentifier()
                .setSystem("https://ancregistry.org/fhir/id/point-of-issue")
                .setValue(pointOfIssue);
        return clinic;
    }

    @Test
    void handsAMotherOverWhileBothReachHer() {
        var registered = desk.registered(Clinic.woman("Moves Away"));
        var taker = desk.midwifeElsewhere();
        var area = taker.areas().iterator().next();
        assertThat(Clinic.refusal(() -> handOver(taker, registered, "take", null)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "give", desk.clinic.hospital)))
                .isEqualTo("parameter-invalid");
        var given = handOver(desk.clinic.midwife, registered, "give", area);
        assertThat(Clinic.text(given, "status")).isEqualTo("requested");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "give", area)))
                .isEqualTo("already-decided");
        assertThat(Clinic.refusal(() -> handOver(desk.clinic.midwife, registered, "take", null)))
                .isEqualTo("forbidden");
        assertThat(reaches(desk.clinic.midwife, registered)).isTrue();
        assertThat(reaches(taker, registered)).isTrue();
        var taken = handOver(taker, registered, "take", null);
        assertThat(Clinic.reference(taken, "area")).isEqualTo(area);
        assertThat(reaches(desk.clinic.midwife, registered)).isFalse();
        assertThat(reaches(taker, registered)).isTrue();
        assertThat(desk.task(task(registered)).getOwner().getReference()).isEqualTo(taker.id());
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    @Test
    void takesAHandOverBack() {
        var registered = desk.registered(Clinic.woman("Stays Here"));
        var taker = desk.midwifeElsewhere();
        handOver(
                desk.clinic.midwife,
                registered,
                "give",
                taker.areas().iterator().next());
        assertThat(Clinic.text(handOver(desk.clinic.midwife, registered, "withdraw", null), "status"))
                .isEqualTo("cancelled");
        assertThat(reaches(taker, registered)).isFalse();
    }

    private Parameters handOver(Caller caller, Parameters registered, String action, @Nullable String area) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "action", new CodeType(action));
        if (area != null) {
            Clinic.add(asked, "area", new Reference(area));
        }
        return desk.clinic.ask(caller, "$hand-over", patient(registered), asked);
    }

    private boolean reaches(Caller caller, Parameters registered) {
        return registry()
                .bean(CareRelationships.class)
                .reached(caller.areas(), List.of(patient(registered)))
                .contains(patient(registered));
    }

    @Test
    void putsWhatSheWasHeardToSayToHerself() {
        var registered = desk.registered(Clinic.woman("Asked Herself"));
        var subject = verify(registered, "Asked Herself");
        var herself = DecisionDesk.mother(patient(registered));
        var answered = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), consent(herself.id(), subject, "true"));
        var consent = desk.read(Consent.class, Clinic.reference(answered, "consent"));
        assertThat(consent.getVerificationFirstRep().getVerified()).isTrue();
        assertThat(consent.getProvision().getType()).isEqualTo(ConsentProvisionType.PERMIT);
        assertThat(consent.getIdentifier()).hasSize(1);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(consentRefused(registered, consent(herself.id(), subject, "false")))
                .isEqualTo("already-decided");
    }

    @Test
    void recordsThatSheRefuses() {
        var registered = desk.registered(Clinic.woman("Says No"));
        var subject = verify(registered, "Says No");
        var herself = DecisionDesk.mother(patient(registered));
        assertThat(consentRefused(registered, consent(herself.id(), Clinic.id(), "false")))
                .isEqualTo("evidence-not-yours");
        assertThat(consentRefused(registered, consent("Practitioner/1", subject, "false")))
                .isEqualTo("evidence-not-yours");
        var answered = desk.clinic.ask(
                herself, "$answer-consent", patient(registered), consent(herself.id(), subject, "false"));
        assertThat(desk.read(Consent.class, Clinic.reference(answered, "consent"))
                        .getProvision()
                        .getType())
                .isEqualTo(ConsentProvisionType.DENY);
    }

    private String verify(Parameters registered, String name) {
        var draft = Clinic.id();
        var subject = Clinic.id();
        var evidence = desk.evidence(draft, subject, name, "1994-05-06", null);
        desk.clinic.ask(
                desk.clinic.midwife,
                "$verify-identity",
                patient(registered),
                decided(verification(draft, evidence), "same", "1"));
        return subject;
    }

    private Parameters consent(String askedBy, String subject, String permit) {
        var draft = Clinic.id();
        var asked = verification(draft, desk.evidence(askedBy, draft, subject, "Herself", "1994-05-06", null))
                .addParameter("request-id", Clinic.id());
        Clinic.add(asked, "permit", new BooleanType(permit));
        return asked;
    }

    private String consentRefused(Parameters registered, Parameters asked) {
        var herself = DecisionDesk.mother(patient(registered));
        return Clinic.refusal(() -> desk.clinic.ask(herself, "$answer-consent", patient(registered), asked));
    }

    private static Parameters verification(String draft, String evidence) {
        return new Parameters().addParameter("draft", draft).addParameter("evidence", evidence);
    }

    private static Parameters decided(Parameters asked, String decision, String basedOn) {
        Clinic.add(asked, "decision", new CodeType(decision));
        return asked.addParameter("request-id", Clinic.id()).addParameter("based-on", basedOn);
    }

    private String verifyRefused(String patient, Parameters asked) {
        return Clinic.refusal(() -> desk.clinic.ask(desk.clinic.midwife, "$verify-identity", patient, asked));
    }

    private List<String> tasksAbout(String patient) {
        var found = desk.clinic
                .as(desk.supervisor)
                .search()
                .forResource(Task.class)
                .where(Task.PATIENT.hasId(patient))
                .and(Task.CODE.exactly().code("decide-match"))
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(entry -> "Task/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static boolean verified(Patient mother) {
        var mark = mother.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-identity-verified");
        return ((BooleanType) mark.getValue()).booleanValue();
    }

    private boolean audited(String patient, Caller by) {
        var written = registry()
                .bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit_event where patient = ? and agent = ? and action in ('C', 'U')",
                        Integer.class,
                        patient,
                        by.id());
        return written != null && written > 0;
    }

    private Stream<String> links(Parameters registered) {
        return desk.read(Patient.class, patient(registered)).getLink().stream()
                .map(link -> link.getType() + " " + link.getOther().getReference());
    }

    private String outcome(String task, Parameters asked) {
        try {
            desk.decide(desk.supervisor, task, asked);
            return "decided";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private static String code(BaseServerResponseException refused) {
        var outcome = (OperationOutcome) refused.getOperationOutcome();
        return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other)
            throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(2);
        try {
            var outcomes = new ArrayList<String>();
            for (var done : pool.invokeAll(List.of(one, other))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private String refused(String task, Parameters asked) {
        return refusal(desk.supervisor, task, asked);
    }

    private String refusal(Caller caller, String task, Parameters asked) {
        return Clinic.refusal(() -> desk.decide(caller, task, asked));
    }

    private static String task(Parameters registered) {
        return Clinic.reference(registered, "task");
    }

    private static String patient(Parameters registered) {
        return ((Reference) registered.getParameter("patient").getValue()).getReference();
    }
}
