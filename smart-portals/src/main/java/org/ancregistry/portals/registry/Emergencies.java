package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Records that doctors opened in an emergency, for whoever is responsible for the woman's area. */
public final class Emergencies {

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-task";

    private final Registry registry;

    Emergencies(Registry registry) {
        this.registry = registry;
    }

    /**
     * A record that was opened.
     *
     * @param patient id of her Patient
     * @param doctor how the doctor is called; null when nobody knows any more
     * @param reason in the doctor's words
     */
    public record Opened(
            String patient,
            Optional<Phn> phn,
            @Nullable String doctor,
            @Nullable Instant at,
            @Nullable String reason) {

        /** Names nobody and nothing told. */
        @Override
        public String toString() {
            return "Opened[" + patient + "]";
        }
    }

    /** At most {@code limit} of the caller's areas after the first {@code skipped}, the newest first. */
    public List<Opened> toReview(HttpServletRequest request, int skipped, int limit) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Task.class)
                        .where(new TokenClientParam("code").exactly().systemAndCode(KIND, "review-emergency"))
                        .and(new TokenClientParam("status").exactly().code("requested"))
                        .include(Task.INCLUDE_PATIENT)
                        .sort()
                        .descending("authored-on")
                        .offset(skipped)
                        .count(limit)
                        .returnBundle(Bundle.class)
                        .execute());
        var women = resources(found, Patient.class)
                .collect(Collectors.toMap(Emergencies::id, woman -> woman, (one, same) -> one));
        var tasks = resources(found, Task.class).toList();
        var doctors = doctors(request, tasks);
        return tasks.stream().map(task -> opened(task, women, doctors)).toList();
    }

    private Map<String, String> doctors(HttpServletRequest request, List<Task> tasks) {
        var ids = tasks.stream().map(Emergencies::doctor).distinct().toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Practitioner.class)
                        .where(Practitioner.RES_ID.exactly().codes(ids))
                        .returnBundle(Bundle.class)
                        .execute());
        return resources(found, Practitioner.class)
                .filter(doctor -> doctor.getNameFirstRep().hasText())
                .collect(Collectors.toMap(
                        Emergencies::id, doctor -> doctor.getNameFirstRep().getText(), (one, same) -> one));
    }

    private static Opened opened(Task task, Map<String, Patient> women, Map<String, String> doctors) {
        var patient = task.getFor().getReferenceElement().getIdPart();
        return new Opened(
                patient,
                Optional.ofNullable(women.get(patient)).flatMap(Referrals::phn),
                doctors.get(doctor(task)),
                Optional.ofNullable(task.getAuthoredOn()).map(Date::toInstant).orElse(null),
                task.getReasonCode().getText());
    }

    private static String doctor(Task task) {
        return task.getRequester().getReferenceElement().getIdPart();
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart();
    }

    private static <R> Stream<R> resources(Bundle found, Class<R> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
