package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** What mothers ask on their own pages, and the answers. */
public final class Questions {

    public static final String ANOTHER_DAY = "another-day";
    public static final String WHO_LOOKED = "who-looked";

    /** All that she, or whoever answers her, may write. */
    public static final int LONGEST = 500;

    /** More who wait for another day are not looked up at once. */
    public static final int WAITING = 100;

    private static final int MOST = 50;

    private static final Comparator<OpenQuestion> SOONEST =
            Comparator.comparing(OpenQuestion::appointment, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final ICriterion<?> OPEN = Task.STATUS.exactly().code("requested");

    private final Registry registry;

    Questions(Registry registry) {
        this.registry = registry;
    }

    /** Her own of that kind, the newest first. */
    public List<Question> hers(HttpServletRequest request, String patient, String kind) {
        return found(
                request,
                kind,
                search -> search.and(Task.PATIENT.hasId(patient)).sort().descending("authored-on"));
    }

    /** What that mother asked and nobody has answered. */
    public List<Question> openOf(HttpServletRequest request, String patient) {
        return found(
                request,
                ANOTHER_DAY,
                search -> search.and(Task.PATIENT.hasId("Patient/" + patient)).and(OPEN));
    }

    /** All in which somebody does not know who looked, those who wait longest first; the officer may read no names. */
    public List<Question> complaints(HttpServletRequest request) {
        return found(request, WHO_LOOKED, search -> search.and(OPEN).sort().ascending("authored-on"));
    }

    /** How many of a midwife's areas ask for another day, as far as {@link #WAITING}. */
    public int waitingCount(HttpServletRequest request) {
        return QuestionReader.all(search(request, ANOTHER_DAY, WAITING, search -> search.and(OPEN)))
                .size();
    }

    /** Who of a midwife's areas ask for another day; of more than {@link #WAITING} those who wait longest. */
    public List<OpenQuestion> waiting(HttpServletRequest request) {
        return soonestFirst(request, search -> search);
    }

    /** Those of these women, who are all in the caller's care, who ask for another day. */
    public List<OpenQuestion> waitingAmong(HttpServletRequest request, Collection<String> patients) {
        return patients.isEmpty()
                ? List.of()
                : soonestFirst(request, search -> search.and(Task.PATIENT.hasAnyOfIds(patients)));
    }

    private List<OpenQuestion> soonestFirst(HttpServletRequest request, More whose) {
        var found = search(
                request,
                ANOTHER_DAY,
                WAITING,
                search -> whose.of(search.and(OPEN))
                        .include(Task.INCLUDE_PATIENT)
                        .include(Task.INCLUDE_FOCUS)
                        .sort()
                        .ascending("authored-on"));
        return QuestionReader.open(found).stream().sorted(SOONEST).toList();
    }

    /** A search, with more said. */
    private interface More {
        IQuery<?> of(IQuery<?> search);
    }

    private List<Question> found(HttpServletRequest request, String kind, More more) {
        return QuestionReader.all(search(request, kind, MOST, more));
    }

    private Bundle search(HttpServletRequest request, String kind, int most, More more) {
        return registry.ask(request, client -> {
            var search = client.search()
                    .forResource(Task.class)
                    .where(new TokenClientParam("code").exactly().systemAndCode(QuestionReader.KINDS, kind));
            return more.of(search)
                    .offset(0)
                    .count(most)
                    .returnBundle(Bundle.class)
                    .execute();
        });
    }

    /** That one, as it stands; none when it is no question. */
    public Optional<Question> one(HttpServletRequest request, String task) {
        return QuestionReader.one(
                registry.ask(
                        request,
                        client ->
                                client.read().resource(Task.class).withId(task).execute()),
                List.of());
    }

    /**
     * Asks for her.
     *
     * @param patient id of her Patient
     * @throws RegistryRefusal {@code already-asked} while the same waits, {@code not-found} when there is nothing to ask about
     */
    public void ask(HttpServletRequest request, String patient, Asked asked) {
        var parameters = new Parameters()
                .addParameter("request-id", asked.requestId())
                .addParameter("kind", new CodeType(asked.kind()))
                .addParameter("about", new Reference(asked.about()));
        send(request, new IdType("Patient", patient), "$ask-clinic", with(parameters, asked.words()));
    }

    /**
     * Answers her.
     *
     * @param task id of the Task with which she asked
     * @throws RegistryRefusal {@code already-decided} when she was answered before
     */
    public void answer(HttpServletRequest request, String task, Answer answer) {
        var parameters = with(new Parameters().addParameter("request-id", answer.requestId()), answer.words());
        if (answer.next() != null) {
            parameters
                    .addParameter()
                    .setName("next-appointment")
                    .addPart()
                    .setName("start")
                    .setValue(new DateTimeType(Date.from(answer.next().toInstant())));
        }
        send(request, new IdType("Task", task), "$answer-mother", parameters);
    }

    private static Parameters with(Parameters parameters, @Nullable String words) {
        return words == null ? parameters : parameters.addParameter("text", words);
    }

    private void send(HttpServletRequest request, IdType of, String operation, Parameters asked) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(of)
                        .named(operation)
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What she asks.
     *
     * @param about {@code Appointment/…} or {@code AuditEvent/…}
     */
    public record Asked(
            String requestId,
            String kind,
            String about,
            @Nullable String words) {}

    /**
     * What she is answered.
     *
     * @param next when she comes instead; null when the day stays
     */
    public record Answer(
            String requestId,
            @Nullable String words,
            @Nullable ZonedDateTime next) {}
}
