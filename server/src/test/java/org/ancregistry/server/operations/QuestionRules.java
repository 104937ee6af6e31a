package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code $ask-clinic} and {@code $answer-mother} promise, on whichever database. */
abstract class QuestionRules extends LaterDecisions {

    private static final String KINDS = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final String ANOTHER_DAY = "another-day";
    private static final String WHO_LOOKED = "who-looked";

    private final Caller officer =
            TestTokens.caller(registry().save(new Practitioner().setActive(true)), Role.PRIVACY_OFFICER, null);
    private final Caller program = TestTokens.caller("lab", Role.SYSTEM, null);

    @Test
    void asksForAnotherDayAndIsGivenOne() {
        var registered = desk.registered(Clinic.woman("Cannot Come"));
        var appointment = booked(registered);
        var asked = asks(registered, ANOTHER_DAY, appointment, "My son has an examination.");
        assertThat(Clinic.text(asked, "status")).isEqualTo("requested");
        var task = Clinic.reference(asked, "task");
        assertThat(found(desk.clinic.midwife, ANOTHER_DAY, null)).contains(task);
        assertThat(desk.read(Task.class, task).getOwner().getReference()).isEqualTo(desk.clinic.area);

        var answered = answers(desk.clinic.midwife, task, "Come a week later.", "2030-01-14T09:00:00+05:30");
        assertThat(Clinic.text(answered, "status")).isEqualTo("completed");
        var before = desk.read(Appointment.class, appointment);
        assertThat(before.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(before.getCancelationReason().getCodingFirstRep().getCode()).isEqualTo("pat");
        var closed = asSheSees(registered, task);
        assertThat(closed.getNote())
                .extracting(Annotation::getText)
                .containsExactly("My son has an examination.", "Come a week later.");
        var after = desk.read(
                Appointment.class,
                ((Reference) closed.getOutput().get(1).getValue())
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue());
        assertThat(after.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(after.getStart()).isEqualTo(new DateTimeType("2030-01-14T09:00:00+05:30").getValue());
        assertThat(after.getSupportingInformationFirstRep().getReference()).isEqualTo(desk.clinic.hospital);
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
        assertThat(Clinic.refusal(() -> answers(desk.clinic.midwife, task, "Once more.", null)))
                .isEqualTo("already-decided");
    }

    @Test
    void isAnsweredInWordsAloneAndTheAppointmentStands() {
        var registered = desk.registered(Clinic.woman("Told Why Not"));
        var appointment = booked(registered);
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, appointment, null), "task");
        answers(desk.clinic.midwife, task, null, null);
        assertThat(desk.read(Appointment.class, appointment).getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(asSheSees(registered, task).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(Clinic.text(asks(registered, ANOTHER_DAY, appointment, null), "status"))
                .as("she may ask anew once she is answered")
                .isEqualTo("requested");
    }

    @Test
    void asksOnceUntilSheIsAnswered() {
        var registered = desk.registered(Clinic.woman("Asks Twice"));
        var asked = asking(ANOTHER_DAY, booked(registered), null);
        assertThat(Clinic.text(ask(registered, asked), "repeated")).isEqualTo("false");
        assertThat(Clinic.text(ask(registered, asked), "repeated")).isEqualTo("true");
        assertThat(Clinic.refusal(() -> ask(registered, anew(asked)))).isEqualTo("already-asked");
    }

    private static Parameters anew(Parameters asked) {
        var anew = asked.copy();
        anew.getParameter("request-id").setValue(Clinic.string(Clinic.id()));
        return anew;
    }

    @Test
    void isAskedOnceWhenSheAsksTheSameManyTimesAtOnce() {
        var registered = desk.registered(Clinic.woman("Presses Many Times"));
        for (var asked : List.of(
                asking(ANOTHER_DAY, booked(registered), null),
                asking(WHO_LOOKED, lookBy(desk.clinic.midwife.id(), registered), null))) {
            assertThat(outcomesOfAskingAtOnce(registered, asked))
                    .containsExactlyInAnyOrder(
                            "requested",
                            "already-asked",
                            "already-asked",
                            "already-asked",
                            "already-asked",
                            "already-asked");
        }
        assertThat(found(DecisionDesk.mother(patient(registered)), ANOTHER_DAY, patient(registered)))
                .hasSize(1);
        assertThat(found(officer, WHO_LOOKED, patient(registered))).hasSize(1);
    }

    private List<String> outcomesOfAskingAtOnce(Parameters registered, Parameters asked) {
        return IntStream.range(0, 6)
                .mapToObj(at -> anew(asked))
                .map(one -> CompletableFuture.supplyAsync(() -> outcome(registered, one)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private String outcome(Parameters registered, Parameters asked) {
        try {
            return Clinic.text(ask(registered, asked), "status");
        } catch (BaseServerResponseException refused) {
            return Clinic.code(refused);
        }
    }

    @Test
    void isAboutHerselfAndWhatIsToCome() {
        var registered = desk.registered(Clinic.woman("Asks For Herself"));
        var other = desk.registered(Clinic.woman("Another Woman"));
        var hers = booked(registered);
        assertThat(Clinic.refusal(() -> asks(other, ANOTHER_DAY, hers, null))).isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> asks(registered, ANOTHER_DAY, "AuditEvent/1", null)))
                .isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> asks(registered, "tea", hers, null))).isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> asks(registered, ANOTHER_DAY, hers, "x".repeat(501))))
                .isEqualTo("parameter-invalid");
        var stranger = DecisionDesk.mother(patient(other));
        assertThat(Clinic.refusal(() ->
                        desk.clinic.ask(stranger, "$ask-clinic", patient(registered), asking(ANOTHER_DAY, hers, null))))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> desk.clinic.ask(
                        desk.clinic.midwife, "$ask-clinic", patient(registered), asking(ANOTHER_DAY, hers, null))))
                .isEqualTo("forbidden");
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, hers, null), "task");
        assertThat(Clinic.refusal(() -> answers(desk.clinic.midwife, task, null, "2020-01-14T09:00:00+05:30")))
                .isEqualTo("parameter-invalid");
        answers(desk.clinic.midwife, task, null, "2030-01-14T09:00:00+05:30");
        assertThat(Clinic.refusal(() -> asks(registered, ANOTHER_DAY, hers, null)))
                .as("it was called off")
                .isEqualTo("not-found");
    }

    @Test
    void isAnsweredByThoseWhoLookAfterHer() {
        var registered = desk.registered(Clinic.woman("Answered At Home"));
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, booked(registered), null), "task");
        assertThat(Clinic.refusal(() -> answers(desk.midwifeElsewhere(), task, "No.", null)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> answers(officer, task, "No.", null))).isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> answers(DecisionDesk.mother(patient(registered)), task, "Yes.", null)))
                .isEqualTo("forbidden");
        registry().bean(EmergencyAccess.class).open(desk.clinic.doctor.id(), patient(registered), "She is bleeding");
        assertThat(Clinic.refusal(() -> answers(desk.clinic.doctor, task, "No.", null)))
                .isEqualTo("not-found");
        assertThat(found(officer, WHO_LOOKED, null)).doesNotContain(task);
    }

    @Test
    void isListedWithHerAndTheAppointment() {
        var registered = desk.registered(Clinic.woman("Comes Late"));
        var appointment = booked(registered);
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, appointment, null), "task");
        var listed = waitingFor(desk.clinic.midwife);
        assertThat(tasks(listed)).contains(task);
        assertThat(listed.getEntry().stream()
                        .map(entry -> entry.getResource())
                        .map(found ->
                                found.fhirType() + "/" + found.getIdElement().getIdPart()))
                .contains(patient(registered), appointment);
        assertThat(tasks(waitingFor(desk.midwifeElsewhere()))).doesNotContain(task);
    }

    @Test
    void isListedForAClinicThatHasHerInCareAndNamesHer() {
        var registered = desk.registered(Clinic.woman("Known At The Clinic"));
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, booked(registered), null), "task");
        assertThatThrownBy(() -> found(desk.clinic.doctor, ANOTHER_DAY, patient(registered)))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThat(tasks(waitingFor(desk.clinic.doctor)))
                .as("the list of the clinic")
                .doesNotContain(task);
        checkIn(desk.clinic.doctor, registered);
        assertThat(found(desk.clinic.doctor, ANOTHER_DAY, patient(registered))).contains(task);
    }

    private void checkIn(Caller doctor, Parameters registered) {
        var arrival = new Parameters()
                .addParameter(
                        "phn", ((Identifier) registered.getParameter("phn").getValue()).getValue());
        Clinic.add(arrival, "birth-date", new DateType("1994-05-06"));
        desk.clinic.ask(doctor, "$check-in", arrival);
    }

    private Bundle waitingFor(Caller caller) {
        return desk.clinic
                .as(caller)
                .search()
                .forResource(Task.class)
                .where(new TokenClientParam("code").exactly().systemAndCode(KINDS, ANOTHER_DAY))
                .and(Task.STATUS.exactly().code("requested"))
                .include(Task.INCLUDE_PATIENT)
                .include(Task.INCLUDE_FOCUS)
                .sort()
                .ascending("authored-on")
                .offset(0)
                .count(100)
                .returnBundle(Bundle.class)
                .execute();
    }

    private static List<String> tasks(Bundle found) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .map(task -> "Task/" + task.getIdElement().getIdPart())
                .toList();
    }

    @Test
    void goesWithHerToTheAreaThatTakesHerOver() {
        var registered = desk.registered(Clinic.woman("Moves Away"));
        var task = Clinic.reference(asks(registered, ANOTHER_DAY, booked(registered), null), "task");
        var taking = desk.midwifeElsewhere();
        var area = taking.areas().iterator().next();
        handOver(desk.clinic.midwife, registered, "give", area);
        handOver(taking, registered, "take", null);
        assertThat(found(taking, ANOTHER_DAY, null)).contains(task);
        assertThat(found(desk.clinic.midwife, ANOTHER_DAY, null)).doesNotContain(task);
    }

    private void handOver(Caller caller, Parameters registered, String action, @Nullable String area) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "action", new CodeType(action));
        if (area != null) {
            Clinic.add(asked, "area", new Reference(area));
        }
        desk.clinic.ask(caller, "$hand-over", patient(registered), asked);
    }

    @Test
    void tellsNobodyButThePrivacyOfficerWhomSheDoesNotKnow() {
        var registered = desk.registered(Clinic.woman("Does Not Know"));
        var event = lookBy(desk.clinic.midwife.id(), registered);
        var task = Clinic.reference(asks(registered, WHO_LOOKED, event, "Who is that?"), "task");
        assertThat(found(officer, WHO_LOOKED, null)).contains(task);
        assertThat(readable(officer, task)).isTrue();
        for (var caller : List.of(desk.clinic.midwife, desk.supervisor, program)) {
            assertThat(found(caller, WHO_LOOKED, patient(registered)))
                    .as(caller.role().code())
                    .isEmpty();
            assertThat(readable(caller, task)).as(caller.role().code()).isFalse();
        }
        assertThat(Clinic.refusal(() -> answers(desk.clinic.midwife, task, "It was me.", null)))
                .isEqualTo("not-found");
        assertThat(Clinic.refusal(() -> answers(officer, task, null, "2030-01-14T09:00:00+05:30")))
                .isEqualTo("parameter-invalid");
        answers(officer, task, "She is your midwife.", null);
        var answered = asSheSees(registered, task);
        assertThat(answered.getFocus().getIdentifier().getValue()).endsWith(event.substring("AuditEvent/".length()));
        assertThat(answered.getNote().get(1).getText()).isEqualTo("She is your midwife.");
        assertThat(desk.clinic.problemsIn(patient(registered))).isEmpty();
    }

    /** In any way: neither by what she and the officer do, nor by a gap where it was, nor by what it touched. */
    @Test
    void whoeverLooksAfterHerSeesWhoLookedAndNotThatSheAsked() {
        var registered = desk.registered(Clinic.woman("Asks In Confidence"));
        var herself = DecisionDesk.mother(patient(registered));
        desk.clinic.ask(herself, "$anc-summary", patient(registered), new Parameters());
        var before = ids(looks(desk.clinic.midwife, registered, 0, 100));
        var event = lookBy(desk.clinic.midwife.id(), registered);
        var task = Clinic.reference(asks(registered, WHO_LOOKED, event, "Who is that?"), "task");
        assertThat(found(herself, WHO_LOOKED, patient(registered))).contains(task);
        assertThat(found(officer, WHO_LOOKED, patient(registered))).contains(task);
        assertThat(looks(officer, registered, 0, 100)).isNotEmpty();
        answers(officer, task, "She is your midwife.", null);
        asSheSees(registered, task);

        assertThat(text(looks(herself, registered, 0, 100)))
                .contains(task, "$ask-clinic", "$answer-mother", "privacy-officer");
        var seen = looks(desk.clinic.midwife, registered, 0, 100);
        assertThat(text(seen))
                .contains("$register-anc", "$anc-summary")
                .doesNotContain(task, "$ask-clinic", "$answer-mother", "privacy-officer", officer.id());
        assertThat(seen)
                .filteredOn(look -> !before.contains(look.getIdElement().getIdPart()))
                .as("only her own first look at the list")
                .hasSize(1);
        for (var skipped = 0; skipped + 2 <= seen.size(); skipped += 2) {
            assertThat(looks(desk.clinic.midwife, registered, skipped, 2)).hasSize(2);
        }
    }

    private List<AuditEvent> looks(Caller caller, Parameters registered, int skipped, int most) {
        return desk
                .clinic
                .as(caller)
                .search()
                .forResource(AuditEvent.class)
                .where(AuditEvent.PATIENT.hasId(patient(registered)))
                .offset(skipped)
                .count(most)
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private static List<String> ids(List<AuditEvent> looks) {
        return looks.stream().map(look -> look.getIdElement().getIdPart()).toList();
    }

    private static String text(List<AuditEvent> looks) {
        var json = FhirContext.forR4Cached().newJsonParser();
        return looks.stream().map(json::encodeResourceToString).collect(Collectors.joining());
    }

    @Test
    void isAskedAboutWhatAnotherDidWithHerOwnRecord() {
        var registered = desk.registered(Clinic.woman("Knows Herself"));
        var other = desk.registered(Clinic.woman("Looked At As Well"));
        var ofAnother = lookBy(desk.clinic.midwife.id(), other);
        assertThat(Clinic.refusal(() -> asks(registered, WHO_LOOKED, ofAnother, null)))
                .isEqualTo("not-found");
        var own = lookBy(patient(registered), registered);
        assertThat(Clinic.refusal(() -> asks(registered, WHO_LOOKED, own, null)))
                .isEqualTo("not-found");
    }

    @Test
    void sheReadsNoOtherTaskAboutHer() {
        var unsure = desk.notSure(Clinic.woman("To Be Decided"), null);
        assertThat(readable(DecisionDesk.mother(patient(unsure)), task(unsure))).isFalse();
        assertThat(readable(desk.supervisor, task(unsure))).isTrue();
        assertThat(readable(officer, task(unsure))).isFalse();
    }

    private String booked(Parameters registered) {
        var visit = desk.clinic.visit(Clinic.id(), Clinic.text(registered, "version"));
        var next = visit.addParameter().setName("next-appointment");
        next.addPart().setName("start").setValue(new DateTimeType("2030-01-07T09:00:00+05:30"));
        next.addPart().setName("place").setValue(new Reference(desk.clinic.hospital));
        return Clinic.reference(
                desk.clinic.ask(desk.clinic.midwife, "$record-anc-visit", patient(registered), visit), "appointment");
    }

    /** {@code AuditEvent/…} of that person's look at her record, as she sees it herself. */
    private String lookBy(String agent, Parameters registered) {
        var herself = DecisionDesk.mother(patient(registered));
        desk.clinic
                .as(herself)
                .read()
                .resource(Patient.class)
                .withId(patient(registered))
                .execute();
        var looks = desk.clinic
                .as(herself)
                .search()
                .forResource(AuditEvent.class)
                .where(AuditEvent.PATIENT.hasId(patient(registered)))
                .and(AuditEvent.AGENT.hasId(agent))
                .returnBundle(Bundle.class)
                .execute();
        return "AuditEvent/"
                + looks.getEntryFirstRep().getResource().getIdElement().getIdPart();
    }

    private Parameters asks(Parameters registered, String kind, String about, @Nullable String words) {
        return ask(registered, asking(kind, about, words));
    }

    private Parameters ask(Parameters registered, Parameters asked) {
        return desk.clinic.ask(DecisionDesk.mother(patient(registered)), "$ask-clinic", patient(registered), asked);
    }

    private static Parameters asking(String kind, String about, @Nullable String words) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        Clinic.add(asked, "kind", new CodeType(kind));
        Clinic.add(asked, "about", new Reference(about));
        return words == null ? asked : asked.addParameter("text", words);
    }

    private Parameters answers(Caller caller, String task, @Nullable String words, @Nullable String start) {
        var asked = new Parameters().addParameter("request-id", Clinic.id());
        if (words != null) {
            asked.addParameter("text", words);
        }
        if (start != null) {
            asked.addParameter()
                    .setName("next-appointment")
                    .addPart()
                    .setName("start")
                    .setValue(new DateTimeType(start));
        }
        return desk.clinic
                .as(caller)
                .operation()
                .onInstance(new IdType(task))
                .named("$answer-mother")
                .withParameters(asked)
                .execute();
    }

    private List<String> found(Caller caller, String kind, @Nullable String patient) {
        var search = desk.clinic
                .as(caller)
                .search()
                .forResource(Task.class)
                .where(new TokenClientParam("code").exactly().systemAndCode(KINDS, kind))
                .and(Task.STATUS.exactly().code("requested"));
        if (patient != null) {
            search.and(Task.PATIENT.hasId(patient));
        }
        return search.count(100).returnBundle(Bundle.class).execute().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .map(Resource::getIdElement)
                .map(id -> "Task/" + id.getIdPart())
                .toList();
    }

    private boolean readable(Caller caller, String task) {
        try {
            desk.clinic.as(caller).read().resource(Task.class).withId(task).execute();
            return true;
        } catch (ResourceNotFoundException nobodys) {
            return false;
        }
    }

    private Task asSheSees(Parameters registered, String task) {
        return desk.clinic
                .as(DecisionDesk.mother(patient(registered)))
                .read()
                .resource(Task.class)
                .withId(task)
                .execute();
    }
}
