package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Mother;
import org.ancregistry.portals.registry.Mothers;
import org.springframework.stereotype.Component;

/** The women whose records a doctor opened in an emergency that is not over, so that she finds back to them. */
@Component
class EmergencyWomen {

    private final OpenEmergencies emergencies;
    private final Mothers mothers;

    EmergencyWomen(OpenEmergencies emergencies, Mothers mothers) {
        this.emergencies = emergencies;
        this.mothers = mothers;
    }

    /** One of them, and until when. */
    record Opened(Mother mother, Instant until) {}

    /** Those whom the registry shows still. */
    List<Opened> of(HttpServletRequest request) {
        var open = emergencies.open(request);
        var named = mothers.all(request, open.stream().map(Map.Entry::getKey).toList());
        return open.stream()
                .flatMap(opened -> Stream.ofNullable(named.get(opened.getKey()))
                        .map(mother -> new Opened(mother, opened.getValue())))
                .toList();
    }
}
