package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Date;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A district's registry, on H2, asks and tells a second one, on PostgreSQL, that plays the country's. */
class NationalDirectoryIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static NationalRegistry national;
    private static RunningRegistry district;
    private static DecisionDesk desk;

    @BeforeAll
    static void start(@TempDir Path folder) {
        national = new NationalRegistry(folder);
        var settings = new LinkedHashMap<>(RunningRegistry.h2());
        settings.putAll(national.settingsOfOthers());
        district = RunningRegistry.start(settings);
        desk = new DecisionDesk(district);
    }

    @AfterAll
    static void stop() {
        district.close();
        national.close();
    }

    @Test
    void findsAWomanWhomOnlyTheDirectoryKnows() {
        var phn = known(woman("Kusum Athukorala", "0711112201"));
        var draft = Clinic.id();
        var evidence = desk.evidence(draft, Clinic.id(), "Kusum Athukorala", "1994-05-06", null);
        var byNumber = candidates(match(draft, evidence, phn));
        assertThat(byNumber).hasSize(1);
        assertThat(number(byNumber.get(0))).isEqualTo(phn);
        assertThat(candidates(match(draft, evidence, null)))
                .extracting(NationalDirectoryIT::number)
                .contains(phn);
    }

    @Test
    void givesNoSecondNumberToAWomanWhomTheDirectoryKnows() {
        var phn = known(woman("Nelum Athukorala", "0711112202"));
        var woman = woman("Nelum Athukorala", "0711112202");
        assertThat(Clinic.refusal(() -> desk.registered(woman))).isEqualTo("likely-registered");
        var registered = existing(woman, phn);
        assertThat(DecisionDesk.phn(registered)).isEqualTo(phn);
        var version = national.record(phn).getMeta().getVersionId();
        awaitAllTold();
        assertThat(national.record(phn).getMeta().getVersionId()).isEqualTo(version);
    }

    @Test
    void takesNoNumberThatIsCertainlyAnothersThere() {
        var phn = known(woman("Ganga Molligoda", "0711112212"));
        var another = woman("Zeenath Marikkar", "0711112213").setBirthDate(Date.valueOf("1981-02-03"));
        another.getAddress().clear();
        assertThat(Clinic.refusal(() -> existing(another, phn))).isEqualTo("phn-bound-to-another");
    }

    @Test
    void knowsThatANumberIsNobodys() {
        var woman = woman("Manel Athukorala", "0711112203");
        assertThat(Clinic.refusal(() -> existing(woman, number()))).isEqualTo("phn-unknown");
    }

    @Test
    void tellsTheDirectoryOfNumbersAsTheyAreIssuedAndReplaced() {
        var one = desk.registered(woman("Ruwani Athukorala", "0711112204"));
        var other = desk.registered(woman("Sujani Samarakoon", "0711112205"));
        awaitAllTold();
        assertThat(tellings(patient(one))).as("in the trail").isEqualTo(1);
        assertThat(national.record(DecisionDesk.phn(one)).getNameFirstRep().getText())
                .isEqualTo("Ruwani Athukorala");
        assertThat(national.holder(DecisionDesk.phn(one))).isNotEqualTo(national.holder(DecisionDesk.phn(other)));
        new MergeDesk(desk).merge(patient(one), patient(other));
        awaitAllTold();
        assertThat(national.holder(DecisionDesk.phn(one))).isEqualTo(national.holder(DecisionDesk.phn(other)));
    }

    @Test
    void setsAsideWhatTheDirectoryWillNotHear() {
        var refused = refused();
        var nameless = new Patient();
        nameless.addIdentifier().setSystem(Phns.SYSTEM).setValue(number());
        district.save(nameless);
        var next = desk.registered(woman("Chitra Athukorala", "0711112206"));
        awaitAllTold();
        assertThat(national.holder(DecisionDesk.phn(next))).startsWith("Patient/");
        assertThat(refused()).isEqualTo(refused + 1);
        assertThat(district.bean(JdbcTemplate.class)
                        .queryForList("select answered from phn_feed where state = 'refused'", String.class))
                .contains("400 parameter-invalid");
    }

    @Test
    void goesOnWhileTheDirectoryIsDownAndCatchesUpAfterwards() {
        var phn = known(woman("Anoja Warnasuriya", "0711112207"));
        var shown = known(woman("Eranga Nanayakkara", "0711112211"));
        awaitAllTold();
        national.stop();
        var women = Stream.of(
                        woman("Anoja Warnasuriya", "0711112207"),
                        woman("Badra Ilangakoon", "0711112208"),
                        woman("Champa Kotelawala", "0711112209"),
                        woman("Deepika Molligoda", "0711112210"))
                .map(desk::registered)
                .toList();
        assertThat(women)
                .allSatisfy(registered -> assertThat(toLookFor(registered)).hasSize(1));
        assertKeepsToTheGuide(toLookFor(women.get(0)).get(0));
        var undecided = existing(woman("Eranga Nanayakkara", "0711112211"), shown);
        assertLeftToASupervisor(undecided, shown);
        awaitReadiness("\"answers\":false");
        national.startAgain();
        awaitAllTold();
        assertArrivedOnce(women);
        assertToldTwiceIsToldOnce(women.get(1));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> women.stream().allMatch(one -> toLookFor(one).isEmpty()));
        assertThat(women.subList(1, women.size()))
                .allSatisfy(registered -> assertThat(toDecide(registered)).isEmpty());
        assertDecidedForTheNumberOfTheDirectory(women.get(0), phn);
        assertDecidedForTheNumberThatSheShowed(undecided, shown);
    }

    /** A number that only the directory can know is nobody's while it does not answer. */
    private static void assertLeftToASupervisor(Parameters registered, String shown) {
        assertThat(registered.hasParameter("phn")).isFalse();
        assertThat(district.bean(PhnRegister.class).holderOf(new Phn(shown))).isEmpty();
        var task = Canon.referenceTo(toDecide(registered).get(0));
        assertThat(Clinic.refusal(() -> desk.decide(desk.supervisor, task, DecisionDesk.decision("phn-is-hers"))))
                .isEqualTo("phn-directory-unavailable");
    }

    private static void assertDecidedForTheNumberThatSheShowed(Parameters registered, String shown) {
        var task = Canon.referenceTo(toDecide(registered).get(0));
        desk.decide(desk.supervisor, task, DecisionDesk.decision("phn-is-hers"));
        assertThat(district.bean(PhnRegister.class).holderOf(new Phn(shown))).contains(patient(registered));
    }

    private static void assertArrivedOnce(List<Parameters> women) {
        var ids = women.stream()
                .map(registered -> national.record(DecisionDesk.phn(registered)))
                .peek(record -> assertThat(record.getMeta().getVersionId()).isEqualTo("1"))
                .map(record -> record.getIdElement().getIdPartAsLong())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** As after a node that died when it had told it and had not noted so. */
    private static void assertToldTwiceIsToldOnce(Parameters registered) {
        district.bean(JdbcTemplate.class)
                .update(
                        "insert into phn_feed (phn, patient, state, attempts, written_at)"
                                + " values (?, ?, 'waiting', 1, current_timestamp)",
                        DecisionDesk.phn(registered),
                        patient(registered));
        awaitAllTold();
        assertThat(national.record(DecisionDesk.phn(registered)).getMeta().getVersionId())
                .isEqualTo("1");
    }

    private static void assertDecidedForTheNumberOfTheDirectory(Parameters registered, String phn) {
        var issued = DecisionDesk.phn(registered);
        var question = toDecide(registered).get(0);
        assertKeepsToTheGuide(question);
        assertWrittenByTheRegistry(question);
        var task = Canon.referenceTo(question);
        var sides = desk.decide(desk.supervisor, task, new Parameters());
        assertThat(candidates(sides)).extracting(NationalDirectoryIT::number).contains(phn);
        desk.decide(desk.supervisor, task, DecisionDesk.decision("phn-is-hers"));
        var register = district.bean(PhnRegister.class);
        assertThat(register.heldBy(patient(registered)).orElseThrow().value()).isEqualTo(phn);
        assertThat(register.holderOf(new Phn(issued))).contains(patient(registered));
        assertKeepsToTheGuide(desk.read(Patient.class, patient(registered)));
        awaitAllTold();
        assertThat(national.holder(issued)).isEqualTo(national.holder(phn));
    }

    private static void assertWrittenByTheRegistry(Task question) {
        var found = desk.provenancesOf(Canon.referenceTo(question));
        assertThat(found).hasSize(1).allSatisfy(NationalDirectoryIT::assertKeepsToTheGuide);
        assertThat(found.get(0).getAgentFirstRep().getWho().getIdentifier().getValue())
                .isEqualTo("registry");
    }

    /** How often the trail says that the directory was told of her. */
    private static Integer tellings(String patient) {
        return district.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit_event where patient = ? and resource like '%\"announce-number\"%'",
                        Integer.class, patient);
    }

    private static void assertKeepsToTheGuide(Resource resource) {
        assertThat(district.bean(GuideValidator.class).problems(resource)).isEmpty();
    }

    private static Patient woman(String name, String phone) {
        var woman = Clinic.woman(name);
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        woman.addAddress().setText("17 Lake Road, Gampaha");
        return woman;
    }

    /** Makes her known to the directory alone. */
    private static String known(Patient woman) {
        var phn = number();
        woman.addIdentifier()
                .setUse(Identifier.IdentifierUse.OFFICIAL)
                .setSystem(Phns.SYSTEM)
                .setValue(phn);
        national.save(woman);
        return phn;
    }

    private static String number() {
        return new PhnFactory(district.bean(PhnPolicy.class), new SecureRandom())
                .candidate(TestPointsOfIssue.another())
                .value();
    }

    private static Parameters existing(Patient woman, String phn) {
        var asked = desk.clinic.registration(Clinic.id(), woman);
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        Clinic.add(asked, "phn-decision", new CodeType("use-existing"));
        asked.addParameter("phn", phn);
        return desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked);
    }

    private static Parameters match(String draft, String evidence, @Nullable String phn) {
        var asked = new Parameters().addParameter("draft", draft).addParameter("evidence", evidence);
        if (phn != null) {
            asked.addParameter("phn", phn);
        }
        return desk.clinic.ask(desk.clinic.midwife, "$match-phn", asked);
    }

    private static List<ParametersParameterComponent> candidates(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("candidate"))
                .filter(candidate -> candidate.getPart().stream()
                        .noneMatch(part -> part.getName().equals("patient")))
                .toList();
    }

    private static String number(ParametersParameterComponent candidate) {
        return ((Identifier) DecisionDesk.part(candidate, "phn")).getValue();
    }

    private static String patient(Parameters registered) {
        return Clinic.reference(registered, "patient");
    }

    private static List<Task> toLookFor(Parameters registered) {
        return district.bean(OpenTasks.class).about(patient(registered), Tasks.MATCH_LATER);
    }

    private static List<Task> toDecide(Parameters registered) {
        return district.bean(OpenTasks.class).about(patient(registered), Tasks.DECIDE_MATCH);
    }

    private static void awaitAllTold() {
        awaitReadiness("\"waiting\":0");
    }

    private static int refused() {
        return district.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from phn_feed where state = 'refused'", Integer.class);
    }

    private static void awaitReadiness(String wanted) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> Http.get(district.baseUrl() + "/actuator/health/readiness")
                        .body()
                        .contains(wanted));
    }
}
