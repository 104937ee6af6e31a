package org.ancregistry.operations.summary;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;

/** What the status of a resource takes back or doubts: a vaccine that was not given, an allergy that was refuted. */
final class Statuses {

    private static final String IN_ERROR = "entered-in-error";

    private Statuses() {}

    static boolean isInError(Resource resource) {
        return codes(resource).contains(IN_ERROR);
    }

    /**
     * What stands before the name, so that nobody reads the name without it: {@code "Not done: "}. Empty for what is as
     * plain as its name says; a status that nobody thought of here is said.
     */
    static String before(Resource resource) {
        var plain = plain(resource);
        var said = codes(resource).stream()
                .filter(code -> !plain.contains(code))
                .map(Statuses::words)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ": ";
    }

    private static String words(String code) {
        return switch (code) {
            case "unknown" -> "status unknown";
            case "noshow" -> "missed";
            default -> code.replace('-', ' ');
        };
    }

    /** Codes under which a resource is what its name says. */
    private static Set<String> plain(Resource resource) {
        return switch (resource.fhirType()) {
            case "Condition", "AllergyIntolerance" -> Set.of("active", "confirmed");
            case "MedicationStatement", "CarePlan", "ServiceRequest" -> Set.of("active");
            case "Immunization" -> Set.of("completed");
            case "Appointment" -> Set.of("booked");
            default -> Set.of("final", "amended", "corrected");
        };
    }

    private static List<String> codes(Resource resource) {
        if (resource instanceof Condition condition) {
            return codes(condition.getClinicalStatus(), condition.getVerificationStatus());
        } else if (resource instanceof AllergyIntolerance allergy) {
            return codes(allergy.getClinicalStatus(), allergy.getVerificationStatus());
        }
        var status = resource.getNamedProperty("status");
        return status == null
                ? List.of()
                : status.getValues().stream()
                        .map(value -> value.primitiveValue())
                        .toList();
    }

    private static List<String> codes(CodeableConcept clinical, CodeableConcept verification) {
        return Stream.of(clinical, verification)
                .flatMap(status -> status.getCoding().stream())
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .toList();
    }
}
