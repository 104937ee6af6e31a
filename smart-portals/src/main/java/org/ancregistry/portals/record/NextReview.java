package org.ancregistry.portals.record;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic that replies says about seeing her again.
 *
 * @param on the day; absent when she need not come there again
 */
public record NextReview(@Nullable LocalDate on) {

    private static final String REVIEW = "https://ancregistry.org/fhir/StructureDefinition/anc-next-review";

    /** Absent where the reply says nothing about it. */
    static @Nullable NextReview of(ServiceRequest referral) {
        var review = referral.getExtensionByUrl(REVIEW);
        var said = review == null ? null : review.getValue();
        if (said instanceof DateType day && day.getPrecision() == TemporalPrecisionEnum.DAY) {
            return new NextReview(LocalDate.parse(day.getValueAsString()));
        }
        return said instanceof BooleanType again && !again.booleanValue() ? new NextReview(null) : null;
    }
}
