package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Arrivals;
import org.ancregistry.portals.registry.Arrivals.Arrival;
import org.ancregistry.portals.registry.Referrals;
import org.ancregistry.portals.registry.Referrals.Referred;
import org.jspecify.annotations.Nullable;

/**
 * The women whom a clinic has in its care now, as its first page lists them.
 *
 * @param referred who was sent there
 * @param checkedIn who came there
 */
record ClinicWomen(List<Referred> referred, List<Arrival> checkedIn) {

    /** @param unit {@code Organization/…}; nobody is in the care of a person who works nowhere */
    static ClinicWomen of(HttpServletRequest request, @Nullable String unit, Referrals referrals, Arrivals arrivals) {
        return unit == null
                ? new ClinicWomen(List.of(), List.of())
                : new ClinicWomen(referrals.to(request, unit), arrivals.at(request, unit));
    }

    /** Each once. */
    List<String> patients() {
        return Stream.concat(
                        referred.stream().map(Referred::patient),
                        checkedIn.stream().map(Arrival::patient))
                .distinct()
                .toList();
    }
}
