package org.ancregistry.portals.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;

/**
 * Somebody who works, or worked, with the registry.
 *
 * @param id of the Practitioner
 * @param name whole, as she wants to be called
 * @param active whether she works here at all
 * @param jobs what she does and did, the one that counts first: the latest of those that she still does
 */
record Person(String id, String version, String name, boolean active, List<Job> jobs) {

    private static final Comparator<Job> WHAT_COUNTS =
            Comparator.comparing(Job::active).thenComparing(Job::changed).reversed();

    Person {
        jobs = jobs.stream().sorted(WHAT_COUNTS).toList();
    }

    static Person of(Practitioner practitioner, Stream<Job> jobs) {
        var id = practitioner.getIdElement();
        return new Person(
                id.getIdPart(),
                id.getVersionIdPart(),
                practitioner.getName().stream().findFirst().map(Person::text).orElse(""),
                !practitioner.hasActive() || practitioner.getActive(),
                jobs.filter(job -> job.practitioner().equals(id.getIdPart())).toList());
    }

    private static String text(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }

    public String reference() {
        return "Practitioner/" + id;
    }

    /** Whether she may work with the registry now, once she is linked. */
    public boolean works() {
        return active && jobs.stream().anyMatch(Job::active);
    }

    /** What counts of her work; empty for somebody who was never given any. */
    Optional<Job> job() {
        return jobs.stream().findFirst();
    }

    String jobVersion() {
        return job().map(Job::version).orElse("");
    }

    /** What says what she may: everything that she does, or did last when she does nothing. */
    public List<Job> telling() {
        var now = jobs.stream().filter(Job::active).toList();
        return now.isEmpty() ? jobs.stream().limit(1).toList() : now;
    }

    /** Ids of all units that her page names. */
    Set<String> units() {
        return jobs.stream()
                .flatMap(job -> Stream.concat(Stream.ofNullable(job.facility()), job.areas().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
