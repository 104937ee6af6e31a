package org.ancregistry.operations.summary;

import static org.ancregistry.operations.summary.SummaryWords.dated;
import static org.ancregistry.operations.summary.SummaryWords.name;
import static org.ancregistry.operations.summary.SummaryWords.value;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.operations.fhir.Children;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A resource in one line of English, for whoever reads the summary without a program that reads FHIR. */
final class SummaryLines {

    private SummaryLines() {}

    static String of(Resource resource) {
        return dated(Moment.told(resource), Statuses.before(resource) + child(resource) + words(resource));
    }

    /** Of twins each has a weight of its own. */
    private static String child(Resource resource) {
        return resource instanceof DomainResource told
                ? Children.number(told).map(number -> "Child " + number + ": ").orElse("")
                : "";
    }

    private static String words(Resource resource) {
        if (resource instanceof Observation finding) {
            return words(finding);
        } else if (resource instanceof Condition condition) {
            return name(condition.getCode());
        } else if (resource instanceof MedicationStatement medicine) {
            return words(medicine);
        } else if (resource instanceof AllergyIntolerance allergy) {
            return name(allergy.getCode());
        } else if (resource instanceof Immunization vaccine) {
            return words(vaccine);
        }
        return ahead(resource);
    }

    private static String words(Observation finding) {
        var parts = new ArrayList<String>();
        if (finding.hasValue() || !finding.hasComponent()) {
            parts.add(name(finding.getCode()) + ": " + answer(finding.getValue(), finding.getDataAbsentReason()));
        }
        finding.getComponent()
                .forEach(part ->
                        parts.add(name(part.getCode()) + " " + answer(part.getValue(), part.getDataAbsentReason())));
        return String.join(", ", parts);
    }

    private static String answer(@Nullable Type value, CodeableConcept absent) {
        return value == null && !absent.isEmpty() ? name(absent) : value(value);
    }

    private static String words(MedicationStatement medicine) {
        return Stream.concat(
                        Stream.of(name(medicine.getMedication())),
                        medicine.getDosage().stream().flatMap(SummaryLines::words))
                .collect(Collectors.joining(", "));
    }

    /** As it was said, and as it was measured: a dose may be told either way. */
    private static Stream<String> words(Dosage dosage) {
        var measured = dosage.getDoseAndRate().stream()
                .flatMap(dose -> Stream.of(dose.getDose(), dose.getRate()))
                .filter(part -> part != null)
                .map(SummaryWords::value);
        return dosage.hasText() ? Stream.concat(Stream.of(dosage.getText()), measured) : measured;
    }

    private static String words(Immunization vaccine) {
        var isWithReason = vaccine.getStatus() == ImmunizationStatus.NOTDONE && vaccine.hasStatusReason();
        return name(vaccine.getVaccineCode()) + (isWithReason ? ", " + name(vaccine.getStatusReason()) : "");
    }

    private static String ahead(Resource resource) {
        if (resource instanceof ServiceRequest order) {
            return words(order);
        } else if (resource instanceof CarePlan plan) {
            return "Planned contacts: " + plan.getActivity().size();
        }
        return resource.fhirType();
    }

    private static String words(ServiceRequest order) {
        if (order.getDoNotPerform()) {
            return "Not to be done: " + name(order.getCode());
        }
        return order.hasPerformer() && order.hasReasonCode()
                ? "Referral: " + name(order.getReasonCodeFirstRep())
                : "Ordered: " + name(order.getCode());
    }
}
