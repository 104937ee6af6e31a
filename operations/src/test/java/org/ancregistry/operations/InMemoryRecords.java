package org.ancregistry.operations;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A record that forgets when the test ends and, like the real one, forgets at once what a failed act wrote. */
public final class InMemoryRecords implements Records, Transactions {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final PhnRegister register;
    private Map<String, Resource> stored = new LinkedHashMap<>();
    private Map<String, String> activePregnancies = new HashMap<>();
    private int lastId;

    public InMemoryRecords(PhnRegister register) {
        this.register = register;
    }

    @Override
    public synchronized <T> T inOne(Caller caller, Supplier<T> act) {
        var before = new LinkedHashMap<>(stored);
        var pregnanciesBefore = new HashMap<>(activePregnancies);
        var done = false;
        try {
            var answer = act.get();
            done = true;
            return answer;
        } finally {
            if (!done) {
                stored = before;
                activePregnancies = pregnanciesBefore;
            }
        }
    }

    @Override
    public synchronized <R extends Resource> Optional<R> read(Class<R> type, String reference) {
        return Optional.ofNullable(stored.get(reference)).map(found -> type.cast(found.copy()));
    }

    @Override
    public synchronized <R extends Resource> List<R> readAll(Class<R> type, Collection<String> references) {
        return references.stream()
                .flatMap(reference -> read(type, reference).stream())
                .toList();
    }

    /** Everything of one type, in the order in which it was written. */
    public synchronized <R extends Resource> List<R> all(Class<R> type) {
        return stored.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** As {@code OpenTasks} answers. */
    public synchronized List<Task> openTasks(String patient, String kind) {
        return all(Task.class).stream()
                .filter(task -> Tasks.is(task, kind) && Tasks.isOpen(task))
                .filter(task -> Tasks.patient(task).equals(patient))
                .toList();
    }

    /** The records of one woman, as they stand here. */
    public OneWoman oneWoman() {
        return new OneWoman(this, this::activePregnancy);
    }

    /** The pregnancy that may be written about. */
    public OpenPregnancies openPregnancies() {
        return new OpenPregnancies(this::activePregnancy, this::pregnancies, this);
    }

    /** As {@code AllPregnancies} answers. */
    public synchronized List<EpisodeOfCare> pregnancies(String patient) {
        return Pregnancies.newestFirst(all(EpisodeOfCare.class).stream()
                .filter(pregnancy -> patient.equals(pregnancy.getPatient().getReference()))
                .map(EpisodeOfCare::copy)
                .toList());
    }

    public synchronized Optional<String> activePregnancy(String patient) {
        return Optional.ofNullable(activePregnancies.get(patient));
    }

    @Override
    public synchronized void write(List<? extends Resource> resources) {
        var given = new HashMap<String, String>();
        for (var resource : resources) {
            var id = resource.getIdElement().getValue();
            var created = id.startsWith("urn:uuid:");
            var reference = created ? resource.fhirType() + "/" + ++lastId : reference(resource);
            if (created) {
                given.put(id, reference);
            }
            var version = created ? 1 : nextVersion(resource, reference);
            resource.setId(reference + "/_history/" + version);
            resource.getMeta().setVersionId(String.valueOf(version));
        }
        resources.forEach(resource -> store(resource, given));
    }

    private int nextVersion(Resource resource, String reference) {
        var current = stored.get(reference).getMeta().getVersionId();
        if (!current.equals(resource.getMeta().getVersionId())) {
            throw Problem.VERSION_CONFLICT.because("Somebody changed the record meanwhile.");
        }
        return Integer.parseInt(current) + 1;
    }

    private void store(Resource resource, Map<String, String> given) {
        fhir.newTerser()
                .getAllPopulatedChildElementsOfType(resource, IBaseReference.class)
                .forEach(reference -> {
                    var target = reference.getReferenceElement().getValue();
                    if (given.containsKey(target)) {
                        reference.setReference(given.get(target));
                    }
                });
        if (resource instanceof Patient patient) {
            bind(patient);
        }
        if (resource instanceof EpisodeOfCare pregnancy) {
            if (pregnancy.getStatus() == EpisodeOfCareStatus.ACTIVE) {
                open(pregnancy);
            } else {
                activePregnancies.values().remove(reference(pregnancy));
            }
        }
        stored.put(reference(resource), resource.copy());
    }

    private void bind(Patient patient) {
        var reference = reference(patient);
        Phns.of(patient).stream()
                .filter(phn -> !register.bind(phn, reference, "write"))
                .forEach(phn -> {
                    throw Problem.PHN_ALREADY_HELD.because("Another mother holds this PHN.");
                });
    }

    private void open(EpisodeOfCare pregnancy) {
        var reference = reference(pregnancy);
        var other = activePregnancies.putIfAbsent(pregnancy.getPatient().getReference(), reference);
        if (other != null && !other.equals(reference)) {
            throw Problem.PREGNANCY_ALREADY_ACTIVE.because("She has an open pregnancy.");
        }
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** Puts a resource in as if it had always been there. */
    public String given(Resource resource) {
        resource.setId("urn:uuid:" + UUID.randomUUID());
        write(List.of(resource));
        return reference(resource);
    }
}
