package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * That she did not come, as staff wrote it. She reads that it was missed, and nothing of this.
 *
 * @param reason a code of the guide's {@code anc-missed-reason}; absent where nobody said why
 * @param words of staff
 * @param by the name of whoever wrote it
 */
public record Missed(
        @Nullable String reason,
        @Nullable String words,
        @Nullable String by,
        @Nullable LocalDate on) {

    static final String URL = "https://ancregistry.org/fhir/StructureDefinition/anc-missed-contact";
    private static final String REASONS = "https://ancregistry.org/fhir/CodeSystem/anc-missed-reason";

    static Missed of(
            CodeableConcept why,
            @Nullable Extension written,
            Function<Reference, @Nullable String> names,
            Function<DateTimeType, @Nullable LocalDate> days) {
        return new Missed(
                why.getCoding().stream()
                        .filter(coding -> REASONS.equals(coding.getSystem()))
                        .map(Coding::getCode)
                        .findFirst()
                        .orElse(null),
                why.getText(),
                written != null && value(written, "by") instanceof Reference by ? names.apply(by) : null,
                written != null && value(written, "at") instanceof DateTimeType at ? days.apply(at) : null);
    }

    static @Nullable Type value(Extension written, String part) {
        var found = written.getExtensionByUrl(part);
        return found == null ? null : found.getValue();
    }
}
