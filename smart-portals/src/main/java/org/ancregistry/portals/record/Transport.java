package org.ancregistry.portals.record;

import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** How a woman gets to where she is sent, in the codes of HL7's mode of arrival that the pages have words for. */
public final class Transport {

    private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v2-0430";

    /** By ambulance, by her own or a hired vehicle, by public transport. */
    private static final List<String> WAYS = List.of("A", "C", "P");

    private Transport() {}

    /** As the referral says it; absent where nobody asked. */
    public static @Nullable String of(ServiceRequest referral) {
        return referral.getOrderDetail().stream()
                .flatMap(detail -> detail.getCoding().stream())
                .filter(coding -> SYSTEM.equals(coding.getSystem()) && WAYS.contains(coding.getCode()))
                .map(coding -> coding.getCode())
                .findFirst()
                .orElse(null);
    }

    /** As it was chosen; anything else counts as not asked, since a referral waits for no answer. */
    public static @Nullable String chosen(@Nullable String way) {
        return way != null && WAYS.contains(way) ? way : null;
    }
}
