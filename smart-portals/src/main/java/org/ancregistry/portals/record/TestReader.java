package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** Reads orders of tests and what came of them. */
final class TestReader {

    private static final String TEST = "https://ancregistry.org/fhir/CodeSystem/anc-test";
    private static final String TOLD = "https://ancregistry.org/fhir/StructureDefinition/anc-told-in-person";

    private final Function<Reference, @Nullable String> names;
    private final Function<Reference, @Nullable String> elsewhere;
    private final Findings findings;

    /**
     * Made for one record.
     *
     * @param names of whom and what a reference means
     * @param elsewhere the other system in which an author wrote
     */
    TestReader(
            Function<Reference, @Nullable String> names,
            Function<Reference, @Nullable String> elsewhere,
            Findings findings) {
        this.names = names;
        this.elsewhere = elsewhere;
        this.findings = findings;
    }

    /** Whether it orders a test; a referral does not. */
    static boolean isOrder(ServiceRequest request) {
        return test(request).isPresent();
    }

    Tests read(Stream<ServiceRequest> requests, Stream<Observation> observations) {
        var results = results(observations);
        var orders = requests.filter(TestReader::isOrder)
                .filter(request -> request.getStatus() != ServiceRequestStatus.ENTEREDINERROR)
                .map(request -> order(request, results))
                .sorted(Comparator.comparing(TestOrder::on, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .toList();
        return new Tests(orders, results);
    }

    private TestOrder order(ServiceRequest request, List<TestResult> results) {
        var reference = RecordReader.reference(request);
        return new TestOrder(
                request.getIdElement().getIdPart(),
                test(request).orElseThrow(),
                findings.day(request.getAuthoredOnElement()),
                names.apply(request.getRequester()),
                request.getPriority() == ServiceRequestPriority.URGENT,
                request.hasNote() ? request.getNoteFirstRep().getText() : null,
                request.getStatus() == ServiceRequestStatus.ACTIVE,
                results.stream()
                        .filter(result -> reference.equals(result.order()))
                        .toList());
    }

    private List<TestResult> results(Stream<Observation> observations) {
        var oldestFirst = observations
                .filter(observation -> observation.getStatus() != ObservationStatus.ENTEREDINERROR)
                .flatMap(observation -> result(observation).stream())
                .sorted(Comparator.comparing(
                        result -> result.finding().on(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        var last = new HashMap<String, BigDecimal>();
        var newestFirst = new ArrayList<TestResult>();
        for (var result : oldestFirst) {
            var number = result.finding().number();
            newestFirst.add(
                    0,
                    number == null
                            ? result
                            : result.after(last.put(result.finding().name(), number)));
        }
        return newestFirst;
    }

    private Optional<TestResult> result(Observation observation) {
        return findings.in(observation).stream()
                .findFirst()
                .flatMap(finding -> AntenatalTest.answeredBy(finding.name())
                        .map(test -> new TestResult(
                                observation.getIdElement().getIdPart(),
                                finding,
                                order(observation),
                                names.apply(observation.getPerformerFirstRep()),
                                elsewhere.apply(observation.getPerformerFirstRep()),
                                test.isToldInPerson(),
                                observation.hasExtension(TOLD),
                                null)));
    }

    private static @Nullable String order(Observation observation) {
        return observation.getBasedOn().stream()
                .map(order ->
                        order.getReferenceElement().toUnqualifiedVersionless().getValue())
                .findFirst()
                .orElse(null);
    }

    private static Optional<AntenatalTest> test(ServiceRequest request) {
        return request.getCode().getCoding().stream()
                .filter(coding -> TEST.equals(coding.getSystem()) && coding.hasCode())
                .flatMap(coding -> AntenatalTest.of(coding.getCode()).stream())
                .findFirst();
    }
}
