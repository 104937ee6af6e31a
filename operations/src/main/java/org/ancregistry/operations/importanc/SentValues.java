package org.ancregistry.operations.importanc;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.inbound.Dhis2Elements;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.inbound.SourceElement;
import org.ancregistry.domain.inbound.Zoneless;
import org.ancregistry.operations.importanc.Sent.Value;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the resources that each carry one value of an event, and finds their line in the mapping table. */
final class SentValues {

    private static final String ELEMENT = "urn:dhis2:dataelement:uid";
    private static final Pattern NAME = Pattern.compile("(?:([A-Za-z0-9]{11})-)?([A-Za-z0-9]{11})");
    private static final Pattern ADDRESS =
            Pattern.compile("urn:uuid:(?:observation:)?([A-Za-z0-9]{11})-[A-Za-z0-9]{11}");
    private static final Set<ObservationStatus> OBSERVED =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);
    private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");

    private final Findings findings;
    private final UnknownNumbers numbers;
    private final ZoneId zone;

    /** @param zone of the installation, in which days are told */
    SentValues(Findings findings, UnknownNumbers numbers, ZoneId zone) {
        this.findings = findings;
        this.numbers = numbers;
        this.zone = zone;
    }

    /**
     * The parts of a resource that matter here.
     *
     * @param context to which event it belongs; without a reference where the type has none
     * @param holds whether its status says that it is so
     * @param isSilent whether it says that nothing is known
     */
    record Parts(
            List<Identifier> identifiers,
            CodeableConcept code,
            Reference subject,
            Reference context,
            boolean holds,
            boolean isSilent,
            @Nullable Type value) {}

    /** Those of a type that the mapping table knows. */
    static Optional<Parts> parts(Resource resource) {
        if (resource instanceof Observation one) {
            return Optional.of(new Parts(
                    one.getIdentifier(),
                    one.getCode(),
                    one.getSubject(),
                    one.getEncounter(),
                    OBSERVED.contains(one.getStatus()),
                    one.hasDataAbsentReason(),
                    one.getValue()));
        } else if (resource instanceof Condition one) {
            return Optional.of(new Parts(
                    one.getIdentifier(),
                    one.getCode(),
                    one.getSubject(),
                    one.getEncounter(),
                    one.getVerificationStatus().getCoding().stream()
                            .noneMatch(status -> NOT_SO.contains(status.getCode())),
                    false,
                    null));
        } else if (resource instanceof MedicationStatement one) {
            return Optional.of(new Parts(
                    one.getIdentifier(),
                    one.hasMedicationCodeableConcept() ? one.getMedicationCodeableConcept() : new CodeableConcept(),
                    one.getSubject(),
                    one.getContext(),
                    one.getStatus() == MedicationStatementStatus.ACTIVE,
                    false,
                    null));
        } else if (resource instanceof Immunization one) {
            return Optional.of(new Parts(
                    one.getIdentifier(),
                    one.getVaccineCode(),
                    one.getPatient(),
                    one.getEncounter(),
                    one.getStatus() == ImmunizationStatus.COMPLETED,
                    false,
                    null));
        }
        return Optional.empty();
    }

    /** The value, where the table has its line; a resource that it does not know, or that does not hold, is refused. */
    Optional<Value> read(int entry, String fullUrl, Resource resource, Parts parts) {
        var element = element(resource, parts);
        if (element.isEmpty()) {
            findings.add(
                    entry,
                    Kind.NOT_UNDERSTOOD,
                    "resource",
                    "The mapping table has no such data element under such a code.");
            return Optional.empty();
        }
        if (!parts.holds()) {
            findings.add(
                    entry,
                    Kind.NOT_UNDERSTOOD,
                    "resource.status",
                    "With this status it says nothing that could be stored.");
            return Optional.empty();
        }
        var value = parts.value();
        var said = value == null ? recovered(entry, fullUrl) : said(entry, value);
        var isReadable = !parts.isSilent() && (value == null || said != null);
        return Optional.of(new Value(entry, element.get(), isReadable ? said : null, isReadable));
    }

    private static Optional<SourceElement> element(Resource resource, Parts parts) {
        return parts.identifiers().stream()
                .filter(identifier -> ELEMENT.equals(identifier.getSystem()) && identifier.hasValue())
                .map(identifier -> NAME.matcher(identifier.getValue()))
                .filter(name -> name.matches())
                .flatMap(name ->
                        codes(parts).stream().flatMap(code -> Dhis2Elements.anc().of(name.group(2), code).stream()))
                .filter(element -> element.resource().equals(resource.fhirType()))
                .findFirst();
    }

    private static List<Code> codes(Parts parts) {
        return parts.code().getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new Code(coding.getSystem(), coding.getCode()))
                .toList();
    }

    /** The id of the event that the resource itself names, in its identifier or its address. */
    static Optional<String> event(String fullUrl, Parts parts) {
        var address = ADDRESS.matcher(fullUrl);
        return parts.identifiers().stream()
                .filter(identifier -> ELEMENT.equals(identifier.getSystem()) && identifier.hasValue())
                .map(identifier -> NAME.matcher(identifier.getValue()))
                .filter(name -> name.matches() && name.group(1) != null)
                .map(name -> name.group(1))
                .findFirst()
                .or(() -> address.matches() ? Optional.of(address.group(1)) : Optional.empty());
    }

    /** Nothing where the value is of a kind that answers no question, or has only extensions. */
    private @Nullable Answer said(int entry, Type value) {
        if (value.isPrimitive() && !value.hasPrimitiveValue()) {
            return null;
        } else if (value instanceof BooleanType said) {
            return new Answer.YesNo(said.booleanValue());
        } else if (value instanceof IntegerType count) {
            return new Answer.Counted(count.getValue());
        } else if (value instanceof Quantity quantity && quantity.hasValue() && !quantity.hasComparator()) {
            var unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
            return new Answer.Measured(quantity.getValue(), unit == null ? "" : unit);
        } else if (value instanceof DateTimeType day) {
            return day(entry, day);
        }
        return value instanceof StringType text && !text.getValue().isBlank()
                ? new Answer.Written(text.getValue().strip())
                : null;
    }

    private @Nullable Answer recovered(int entry, String fullUrl) {
        var number = numbers.of(fullUrl);
        if (number.isEmpty()) {
            return null;
        }
        findings.add(
                entry,
                Kind.VALUE_RECOVERED,
                "resource.valueDecimal",
                "An Observation has no valueDecimal: the number was read all the same.");
        return new Answer.Measured(number.get(), "");
    }

    private @Nullable Answer day(int entry, DateTimeType day) {
        var read = Zoneless.read(day.getValueAsString(), zone);
        if (read.isEmpty()) {
            findings.add(entry, Kind.VALUE_IMPOSSIBLE, "resource.valueDateTime", "This is no whole day.");
            return null;
        }
        return new Answer.Dated(read.get().day(zone));
    }
}
