package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two records of one woman become one, with all that lies in and beside them, and two again. */
abstract class MergeRules extends LaterDecisions {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final List<String> BESIDE = List.of(
            "care_relationship",
            "work_list",
            "pregnancy_fact",
            "indicator_seen",
            "indicator_found",
            "active_pregnancy");

    private final MergeDesk merging = new MergeDesk(desk);

    @Test
    void tellsBeforehandWhatWouldBecomeOfThemAndChangesNothing() {
        var source = patient(desk.registered(Clinic.woman("Manel Abeysinghe")));
        var target = patient(desk.registered(Clinic.woman("Chulani Wickramasuriya")));
        var before = merging.contents(source);
        var answer = merging.preview(source, target);
        assertThat(Clinic.text(answer, "source-version")).isEqualTo(merging.version(source));
        assertThat(moved(answer)).isEqualTo(before.size() - 1);
        assertThat(((BooleanType) answer.getParameter("one-pregnancy").getValue()).booleanValue())
                .isTrue();
        assertThat(DecisionDesk.candidates(answer)).containsExactly(target);
        assertThat(answer.hasParameter("source-phn")).isTrue();
        assertThat(result(answer).getIdentifier()).hasSize(2);
        assertThat(merging.contents(source)).isEqualTo(before);
    }

    private static int moved(Parameters answer) {
        return ((IntegerType) answer.getParameter("moved").getValue()).getValue();
    }

    private static Patient result(Parameters answer) {
        return (Patient) answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("result"))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    @Test
    void makesTwoRecordsOneAndKeepsOneNumber() {
        var one = desk.registered(Clinic.woman("Nilanthi Kodagoda"));
        var other = desk.registered(Clinic.woman("Ramani Ediriweera"));
        var source = patient(one);
        var target = patient(other);
        var moved = merging.contents(source).size() - 1;
        var answer = merging.merge(source, target);
        assertThat(moved(answer)).isEqualTo(moved);
        assertThat(numbers(target))
                .containsExactly("official " + DecisionDesk.phn(other), "old " + DecisionDesk.phn(one));
        var merged = desk.read(Patient.class, source);
        assertThat(merged.getActive()).isFalse();
        assertThat(links(merged)).containsExactly("replaced-by " + target);
        assertThat(links(desk.read(Patient.class, target))).containsExactly("replaces " + source);
        assertThat(merging.contents(source)).containsOnlyKeys(source);
        assertThat(desk.clinic.problemsIn(target)).isEmpty();
        assertThat(found(DecisionDesk.phn(one))).containsExactly(target);
        assertThat(found(DecisionDesk.phn(other))).containsExactly(target);
    }

    @Test
    void movesWhatLiesBesideTheRecords() {
        var one = desk.registered(Clinic.womanWithNumber("Dayani Pathirana"));
        var other = desk.registered(Clinic.woman("Sujatha Munasinghe"));
        var pregnancies = Stream.of(one, other)
                .map(registered -> Clinic.reference(registered, "pregnancy"))
                .toList();
        seenAgain(one);
        addedTo(other, seenAgain(other));
        assertThat(fourContacts(patient(other))).isZero();
        merging.merge(patient(one), patient(other));
        assertThat(fourContacts(patient(other))).as("two and two contacts").isEqualTo(1);
        for (var table : BESIDE) {
            assertThat(merging.rows(table, patient(one))).as(table).isZero();
        }
        for (var table : List.of("work_list", "pregnancy_fact", "active_pregnancy", "strong_key", "national_id_hash")) {
            assertThat(merging.rows(table, patient(other))).as(table).isEqualTo(1);
        }
        assertThat(merging.rows("indicator_seen", patient(other))).isEqualTo(5);
        assertThat(merging.rows("match_person", patient(one))).isZero();
        assertThat(pregnancies.stream()
                        .map(pregnancy ->
                                desk.read(EpisodeOfCare.class, pregnancy).getStatus()))
                .containsExactly(EpisodeOfCareStatus.ENTEREDINERROR, EpisodeOfCareStatus.ACTIVE);
    }

    private Parameters seenAgain(Parameters registered) {
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        return desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit);
    }

    private void addedTo(Parameters registered, Parameters seen) {
        var addition = desk.clinic.visit(Clinic.id(), Clinic.text(seen, "version"));
        addition.getParameter().removeIf(part -> part.getName().equals("answer"));
        addition.addParameter("note", "The laboratory called.");
        addition.addParameter().setName("corrects").setValue(new Reference(Clinic.reference(seen, "contact")));
        addition.addParameter("correction", new CodeType("addendum"));
        addition.addParameter("correction-reason", "Forgotten");
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), addition);
    }

    private long fourContacts(String patient) {
        var met = registry()
                .bean(JdbcTemplate.class)
                .queryForList("select met_anc_ind_4 from pregnancy_fact where patient = ?", Long.class, patient);
        return met.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void tellsWhoAsksForTheOldNumberWhereTheWomanIsNow() {
        var one = desk.registered(Clinic.woman("Anoma Hettige"));
        var other = desk.registered(Clinic.woman("Pushpa Lokuge"));
        merging.merge(patient(one), patient(other));
        var refused = Clinic.refusal(() -> desk.clinic.ask(desk.clinic.midwife, "$register-anc", again(one)));
        assertThat(refused).isEqualTo("phn-retired");
    }

    private Parameters again(Parameters registered) {
        var asked = desk.clinic.registration(Clinic.id(), Clinic.woman("Anoma Hettige"));
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        Clinic.add(asked, "phn-decision", new CodeType("use-existing"));
        return asked.addParameter("phn", DecisionDesk.phn(registered));
    }

    @Test
    void givesTheOnlyNumberToTheRecordThatStaysAndSettlesWhatWasUndecided() {
        var numbered = desk.registered(Clinic.woman("Kanthi Rodrigo"));
        var undecided = desk.notSure(Clinic.woman("Kanthi Rodrigo"), DecisionDesk.phn(numbered));
        merging.merge(patient(numbered), patient(undecided));
        assertThat(numbers(patient(undecided))).containsExactly("official " + DecisionDesk.phn(numbered));
        assertThat(found(DecisionDesk.phn(numbered))).containsExactly(patient(undecided));
        merging.unmerge(patient(numbered));
        assertThat(numbers(patient(numbered))).containsExactly("official " + DecisionDesk.phn(numbered));
        assertThat(numbers(patient(undecided))).isEmpty();
        assertThat(desk.read(Task.class, task(undecided)).getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        merging.merge(patient(undecided), patient(numbered));
        assertThat(desk.read(Task.class, task(undecided)).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
    }

    @Test
    void doesItOnceHoweverOftenItIsPressed() {
        var source = patient(desk.registered(Clinic.woman("Padma Kahandawa")));
        var target = patient(desk.registered(Clinic.woman("Lalitha Godage")));
        var asked = merging.request(source, target);
        merging.merge(desk.supervisor, asked);
        var again = merging.merge(desk.supervisor, asked);
        assertThat(Clinic.text(again, "repeated")).isEqualTo("true");
        assertThat(refused(merging.request(source, target))).isEqualTo("already-decided");
        assertThat(refused(merging.request(target, source))).isEqualTo("already-decided");
    }

    @Test
    void mergesOnlyWhatWasSeenByThoseWhoCareForBoth() {
        var source = patient(desk.registered(Clinic.woman("Swarna Palihakkara")));
        var target = patient(desk.registered(Clinic.woman("Indrani Balasuriya")));
        assertThat(refused(MergeDesk.request(source, "7", target, "1"))).isEqualTo("version-conflict");
        assertThat(refused(merging.request(source, source))).isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> merging.merge(desk.supervisorElsewhere, merging.request(source, target))))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> merging.merge(desk.clinic.midwife, merging.request(source, target))))
                .isEqualTo("forbidden");
        var unseen = merging.request(source, target);
        unseen.getParameter().removeIf(parameter -> parameter.getName().equals("source-version"));
        assertThat(refused(unseen)).isEqualTo("parameter-invalid");
    }

    @Test
    void leavesTwoWhoProvedToBeTwoPersonsTwo() {
        var one = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), Clinic.id()));
        var other = desk.verifiedAndNotSure(DecisionDesk.phn(one));
        assertThat(refused(merging.request(patient(other), patient(one)))).isEqualTo("phn-bound-to-another");
    }

    @Test
    void letsHerOwnSignInGoAlongAndComeBack() {
        var subject = Clinic.id();
        var one = desk.clinic.ask(desk.clinic.midwife, "$register-anc", desk.clinic.verified(Clinic.id(), subject));
        var other = desk.registered(Clinic.woman("Karunawathi Jayalath"));
        assertThat(behind(subject)).contains(patient(one));
        merging.merge(patient(one), patient(other));
        assertThat(behind(subject)).contains(patient(other));
        merging.unmerge(patient(one));
        assertThat(behind(subject)).contains(patient(one));
    }

    private Optional<String> behind(String subject) {
        return registry().bean(LinkedPeople.class).behind(new Subject("esignet", subject));
    }

    @Test
    void takesAPregnancyThatIsOverAlongAndKeepsTheOneThatIsOpen() {
        var one = desk.registered(Clinic.woman("Seelawathi Mapatuna"));
        var other = desk.registered(Clinic.woman("Heenmenike Mapatuna"));
        over(Clinic.reference(one, "pregnancy"));
        merging.merge(patient(one), patient(other));
        assertThat(desk.read(EpisodeOfCare.class, Clinic.reference(one, "pregnancy"))
                        .getStatus())
                .isEqualTo(EpisodeOfCareStatus.FINISHED);
        assertThat(merging.rows("pregnancy_fact", patient(other))).isEqualTo(2);
        assertThat(listed(patient(one))).isEmpty();
        assertThat(listed(patient(other))).containsExactly("active");
        merging.unmerge(patient(one));
        assertThat(listed(patient(one))).containsExactly("delivered");
        assertThat(listed(patient(other))).containsExactly("active");
    }

    private void over(String pregnancy) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(EpisodeOfCare.class);
        var found = desk.read(EpisodeOfCare.class, pregnancy);
        found.setStatus(EpisodeOfCareStatus.FINISHED).getPeriod().setEndElement(DateTimeType.now());
        dao.update(found, new SystemRequestDetails());
    }

    private List<String> listed(String patient) {
        return registry()
                .bean(JdbcTemplate.class)
                .queryForList("select status from work_list where patient = ?", String.class, patient);
    }

    @Test
    void putsEverythingBackAsItWas() {
        var one = desk.registered(Clinic.womanWithNumber("Malini Seneviratne"));
        var other = desk.registered(Clinic.woman("Geetha Amarakoon"));
        var source = merging.contents(patient(one));
        var target = merging.contents(patient(other));
        merging.merge(patient(one), patient(other));
        var answer = merging.unmerge(patient(one));
        assertThat(named(answer, "changed-since")).isEmpty();
        assertThat(named(answer, "left")).isEmpty();
        assertThat(merging.contents(patient(one))).isEqualTo(source);
        assertThat(merging.contents(patient(other))).isEqualTo(target);
        for (var table : BESIDE) {
            assertThat(merging.rows(table, patient(one)))
                    .as(table)
                    .isPositive()
                    .isEqualTo(merging.rows(table, patient(other)));
        }
        assertThat(merging.rows("strong_key", patient(one))).isEqualTo(1);
        assertThat(merging.rows("national_id_hash", patient(one))).isEqualTo(1);
        assertThat(found(DecisionDesk.phn(one))).containsExactly(patient(one));
        merging.merge(patient(one), patient(other));
        assertThat(found(DecisionDesk.phn(one))).containsExactly(patient(other));
    }

    @Test
    void putsANumberBackThatHadBeenReplacedBefore() {
        var one = patient(desk.registered(Clinic.woman("Nayana Polgampola")));
        var other = patient(desk.registered(Clinic.woman("Vasanthi Hapugoda")));
        var replaced = replacedBefore(one);
        merging.merge(one, other);
        assertThat(found(replaced)).containsExactly(other);
        merging.unmerge(one);
        assertThat(numbers(one)).contains("old " + replaced);
        assertThat(numbers(other)).doesNotContain("old " + replaced);
        assertThat(found(replaced)).containsExactly(one);
        assertThat(registry().bean(PhnRegister.class).holderOf(new Phn(replaced)))
                .contains(one);
    }

    /** As another registry says it, which had given it to her. */
    private String replacedBefore(String patient) {
        var number = new PhnFactory(registry().bean(PhnPolicy.class), new SecureRandom())
                .candidate(TestPointsOfIssue.another());
        var record = desk.read(Patient.class, patient);
        record.addIdentifier(Phns.identifier(number).setUse(IdentifierUse.OLD));
        new TransactionTemplate(registry().bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            registry().bean(PhnRegister.class).retire(number, patient);
            registry().bean(DaoRegistry.class).getResourceDao(Patient.class).update(record, new SystemRequestDetails());
        });
        return number.value();
    }

    @Test
    void losesNothingThatWasWrittenSince() {
        var one = desk.registered(Clinic.woman("Renu Wanasinghe"));
        var other = desk.registered(Clinic.woman("Thilaka Gamlath"));
        var moved = merging.contents(patient(one));
        merging.merge(patient(one), patient(other));
        var version = desk.read(EpisodeOfCare.class, Clinic.reference(other, "pregnancy"))
                .getMeta()
                .getVersionId();
        var visit = desk.clinic.visit(Clinic.id(), version);
        desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(other), visit);
        var changed = moved.keySet().stream()
                .filter(name -> name.startsWith("Observation/"))
                .findFirst()
                .orElseThrow();
        note(changed);
        var answer = merging.unmerge(patient(one));
        assertThat(named(answer, "changed-since")).containsExactly(changed);
        assertThat(named(answer, "left")).anyMatch(name -> name.startsWith("Encounter/"));
        assertThat(named(answer, "left")).doesNotContainAnyElementsOf(moved.keySet());
        assertThat(merging.contents(patient(other)).keySet()).containsAll(named(answer, "left"));
        assertThat(merging.contents(patient(one)).keySet()).isEqualTo(moved.keySet());
        assertThat(merging.contents(patient(one)).get(changed)).contains("Looked at again");
    }

    private void note(String observation) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Observation.class);
        var found = desk.read(Observation.class, observation);
        found.addNote().setText("Looked at again");
        dao.update(found, new SystemRequestDetails());
    }

    @Test
    void namesEveryVersionThatItMade() {
        var source = patient(desk.registered(Clinic.woman("Mallika Yapa")));
        var target = patient(desk.registered(Clinic.woman("Sriyani Weragoda")));
        var moved = merging.contents(source).keySet();
        merging.merge(source, target);
        var provenance = desk
                .clinic
                .as(desk.supervisor)
                .search()
                .forResource(Provenance.class)
                .where(Provenance.PATIENT.hasId(target))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (Provenance) entry.getResource())
                .filter(written -> written.getActivity()
                        .hasCoding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "merge"))
                .findFirst()
                .orElseThrow();
        assertThat(provenance.getTarget())
                .allSatisfy(one ->
                        assertThat(one.getReferenceElement().hasVersionIdPart()).isTrue())
                .hasSize(moved.size());
        assertThat(provenance.getReasonFirstRep().getText()).contains("side by side");
    }

    @Test
    void letsOneOfTwoSupervisorsMergeAtOnce() throws ExecutionException, InterruptedException {
        var one = patient(desk.registered(Clinic.woman("Rohini Devasurendra")));
        var other = patient(desk.registered(Clinic.woman("Vinitha Jayakody")));
        assertThat(atOnce(() -> tried(one, other), () -> tried(other, one)))
                .contains("merged")
                .doesNotHaveDuplicates();
        assertThat(Stream.of(one, other).filter(this::isInUse)).hasSize(1);
    }

    private String tried(String source, String target) {
        try {
            merging.merge(desk.supervisor, MergeDesk.request(source, "1", target, "1"));
            return "merged";
        } catch (BaseServerResponseException refused) {
            return code(refused);
        }
    }

    private boolean isInUse(String patient) {
        return !desk.read(Patient.class, patient).hasActive()
                || desk.read(Patient.class, patient).getActive();
    }

    private String refused(Parameters asked) {
        return Clinic.refusal(() -> merging.merge(desk.supervisor, asked));
    }

    private static List<String> named(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> ((Reference) parameter.getValue()).getReference())
                .toList();
    }

    private List<String> numbers(String patient) {
        return desk.read(Patient.class, patient).getIdentifier().stream()
                .filter(identifier -> PHN.equals(identifier.getSystem()))
                .map(identifier -> identifier.getUse().toCode() + " " + identifier.getValue())
                .toList();
    }

    private static List<String> links(Patient patient) {
        return patient.getLink().stream()
                .map(link -> link.getType().toCode() + " " + link.getOther().getReference())
                .toList();
    }

    private List<String> found(String phn) {
        return desk
                .clinic
                .as(desk.supervisor)
                .search()
                .forResource(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(PHN, phn))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> "Patient/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
