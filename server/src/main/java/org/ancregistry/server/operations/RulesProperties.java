package org.ancregistry.server.operations;

import java.nio.file.Path;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinical rules.
 *
 * @param file a table with a country's own lines over the shipped rules; none by default
 * @param contactPlan when mothers are to come: {@code who}, {@code sri-lanka}, or intervals like {@code 0=8 20=6}
 */
@ConfigurationProperties("anc.rules")
public record RulesProperties(
        @Nullable Path file, @DefaultValue("who") String contactPlan) {

    public ContactSchedule schedule() {
        return switch (contactPlan) {
            case "who" -> ContactSchedule.who();
            case "sri-lanka" -> ContactSchedule.sriLanka();
            default -> ContactSchedule.of(contactPlan);
        };
    }
}
