package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Task;

/** Records that doctors opened in an emergency, for whoever is responsible for the woman's area, and what she found. */
public final class Emergencies {

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-task";

    private final Registry registry;

    Emergencies(Registry registry) {
        this.registry = registry;
    }

    /**
     * What a supervisor found.
     *
     * @param basedOn the version of the opening that she looked at
     * @param decision {@code in-order} or {@code not-in-order}
     */
    public record Review(String requestId, String basedOn, String decision, String words) {

        /** Says nothing of what was written. */
        @Override
        public String toString() {
            return "Review[" + decision + "]";
        }
    }

    /** A search, with more said. */
    private interface More {
        IQuery<?> of(IQuery<?> search);
    }

    /** At most {@code limit} of all, reviewed or not, of these women ({@code Patient/…}), the newest first. */
    public List<OpenedRecord> of(HttpServletRequest request, Collection<String> women, int limit) {
        return women.isEmpty()
                ? List.of()
                : found(
                        request,
                        search -> search.and(Task.PATIENT.hasAnyOfIds(women)).count(limit));
    }

    /** At most {@code limit} of the caller's areas after the first {@code skipped}, the newest first. */
    public List<OpenedRecord> toReview(HttpServletRequest request, int skipped, int limit) {
        return found(
                request,
                search -> search.and(Task.STATUS.exactly().code("requested"))
                        .offset(skipped)
                        .count(limit));
    }

    /** Those that were reviewed since then, the newest opening first. */
    public List<OpenedRecord> reviewed(HttpServletRequest request, Instant since, int skipped, int limit) {
        return found(
                request,
                search -> search.and(Task.STATUS.exactly().code("completed"))
                        .lastUpdated(new DateRangeParam(Date.from(since), null))
                        .offset(skipped)
                        .count(limit));
    }

    /** That one of the caller's areas, reviewed or not. */
    public Optional<OpenedRecord> one(HttpServletRequest request, String task) {
        return found(request, search -> search.and(Task.RES_ID.exactly().code(task))).stream()
                .findFirst();
    }

    /**
     * Says what was found, which takes it off the list.
     *
     * @param task id of the opening's task
     * @throws RegistryRefusal {@code already-decided} or {@code version-conflict} when another was faster
     */
    public void review(HttpServletRequest request, String task, Review review) {
        var asked = new Parameters()
                .addParameter("request-id", review.requestId())
                .addParameter("based-on", review.basedOn())
                .addParameter("decision", new CodeType(review.decision()))
                .addParameter("reason", review.words());
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Task", task))
                        .named("$review-emergency")
                        .withParameters(asked)
                        .execute());
    }

    private List<OpenedRecord> found(HttpServletRequest request, More more) {
        var found = registry.ask(request, client -> {
            var search = client.search()
                    .forResource(Task.class)
                    .where(new TokenClientParam("code").exactly().systemAndCode(KIND, "review-emergency"))
                    .include(Task.INCLUDE_PATIENT)
                    .sort()
                    .descending("authored-on");
            return more.of(search).returnBundle(Bundle.class).execute();
        });
        var reader = new OpenedReader(found);
        var people = reader.people();
        return reader.read(people.isEmpty() ? new Bundle() : named(request, people));
    }

    private Bundle named(HttpServletRequest request, List<String> people) {
        return registry.ask(
                request,
                client -> client.search()
                        .forResource(Practitioner.class)
                        .where(Practitioner.RES_ID.exactly().codes(people))
                        .returnBundle(Bundle.class)
                        .execute());
    }
}
