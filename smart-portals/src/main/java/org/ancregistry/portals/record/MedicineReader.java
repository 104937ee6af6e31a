package org.ancregistry.portals.record;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads the medicines of a record: each as it was told last, unless a later answer says that she is not given it. */
final class MedicineReader {

    private final Findings findings;

    MedicineReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Those that she takes first, then those of which something else is said.
     *
     * @param answered every finding that counts
     */
    List<Medicine> read(Stream<MedicationStatement> statements, List<Finding> answered) {
        var denied = denied(answered);
        var told = statements.collect(
                Collectors.groupingBy(MedicineReader::name, LinkedHashMap::new, Collectors.toList()));
        return told.entrySet().stream()
                .flatMap(one -> newest(one.getValue(), denied.get(one.getKey())))
                .sorted(comparing(medicine -> !medicine.taken()))
                .toList();
    }

    /** When it was said last of a question about a medicine that she is not given it; none of it is none. */
    private static Map<String, LocalDate> denied(List<Finding> answered) {
        return answered.stream()
                .filter(finding -> finding.field().kind() == FieldKind.MEDICATION && finding.on() != null)
                .filter(finding -> finding.denied() || isNone(finding.number()))
                .collect(Collectors.toMap(
                        Finding::name,
                        finding -> Objects.requireNonNull(finding.on()),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    private static boolean isNone(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() == 0;
    }

    private Stream<Medicine> newest(List<MedicationStatement> ofOneName, @Nullable LocalDate denied) {
        var medicines = ofOneName.stream().map(this::medicine).distinct().toList();
        var last = medicines.stream()
                .map(Medicine::on)
                .filter(Objects::nonNull)
                .max(naturalOrder())
                .orElse(null);
        if (denied != null && last != null && denied.isAfter(last)) {
            return Stream.empty();
        }
        return medicines.stream().filter(medicine -> Objects.equals(medicine.on(), last));
    }

    private static String name(MedicationStatement statement) {
        return field(statement)
                .map(DictionaryField::name)
                .orElseGet(() -> Words.of(statement.getMedicationCodeableConcept())
                        .strip()
                        .toLowerCase(Locale.ROOT));
    }

    private static Optional<DictionaryField> field(MedicationStatement statement) {
        return Findings.field(statement.getMedicationCodeableConcept());
    }

    private Medicine medicine(MedicationStatement statement) {
        var amount = amount(statement);
        return new Medicine(
                field(statement).map(field -> "finding." + field.name()).orElse(null),
                Words.of(statement.getMedicationCodeableConcept()),
                amount.map(Quantity::getValue).orElse(null),
                amount.map(MedicineReader::unit).orElse(null),
                joined(statement.getDosage().stream().map(Dosage::getText).toList()),
                statement.getDosage().stream()
                        .filter(dosage -> !dosage.hasText())
                        .flatMap(dosage -> Timings.read(dosage).stream())
                        .findFirst()
                        .orElse(null),
                joined(statement.getNote().stream().map(Annotation::getText).toList()),
                state(statement.getStatus()),
                on(statement));
    }

    private static Optional<Quantity> amount(MedicationStatement statement) {
        return statement.getDosage().stream()
                .flatMap(dosage -> dosage.getDoseAndRate().stream())
                .filter(dose -> dose.hasDoseQuantity() && dose.getDoseQuantity().hasValue())
                .map(dose -> dose.getDoseQuantity())
                .findFirst();
    }

    private static @Nullable String unit(Quantity amount) {
        return amount.hasUnit() ? amount.getUnit() : amount.getCode();
    }

    private static @Nullable String joined(Collection<@Nullable String> texts) {
        var joined = texts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String state(@Nullable MedicationStatementStatus status) {
        return status == null || status == MedicationStatementStatus.ACTIVE ? null : status.toCode();
    }

    private @Nullable LocalDate on(MedicationStatement statement) {
        if (statement.hasEffectiveDateTimeType()) {
            return findings.day(statement.getEffectiveDateTimeType());
        }
        return statement.hasEffectivePeriod()
                ? findings.day(statement.getEffectivePeriod().getStartElement())
                : findings.day(statement.getDateAssertedElement());
    }
}
