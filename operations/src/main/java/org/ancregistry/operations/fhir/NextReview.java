package org.ancregistry.operations.fhir;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic that replies says about seeing her again.
 *
 * @param on the day; absent when she need not come there again
 */
public record NextReview(@Nullable LocalDate on) {

    Type value() {
        return on == null ? new BooleanType(false) : new DateType(on.toString());
    }
}
