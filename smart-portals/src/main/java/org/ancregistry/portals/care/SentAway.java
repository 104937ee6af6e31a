package org.ancregistry.portals.care;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.Registered;
import org.ancregistry.portals.registry.Risks.Hospital;

/**
 * What the button "send her to hospital" sends: prepared with the page, so that one press is enough.
 *
 * @param requestId sent twice, she is referred once
 * @param madeAt when the page was made
 * @param contact the newest contact, to which the referral is added
 */
public record SentAway(
        String requestId,
        String madeAt,
        String basedOn,
        String contact,
        String contactType,
        String reason,
        List<Hospital> hospitals) {

    public SentAway {
        hospitals = List.copyOf(hospitals);
    }

    static Optional<SentAway> of(MotherRecord record, List<Hospital> hospitals, RuleBook rules, Instant now) {
        return record.meetings().stream()
                .findFirst()
                .flatMap(visit ->
                        record.pregnancy().map(pregnancy -> of(record, visit, pregnancy, hospitals, rules, now)));
    }

    /**
     * Of a registration that found something urgent.
     *
     * @param requestId the same whenever its page is shown
     * @param registered when it was, which is the same whenever its page is shown
     */
    public static SentAway of(
            String requestId,
            Instant registered,
            Registered.Urgent urgent,
            String contactType,
            List<Hospital> hospitals) {
        return new SentAway(
                requestId,
                PageMoment.text(registered),
                urgent.version(),
                urgent.contact(),
                contactType,
                urgent.reason(),
                hospitals);
    }

    private static SentAway of(
            MotherRecord record,
            Visit visit,
            Pregnancy pregnancy,
            List<Hospital> hospitals,
            RuleBook rules,
            Instant now) {
        var reason = record.risk().stream()
                .flatMap(risk -> risk.open().stream())
                .map(rule -> rules.definition(rule).map(RuleDefinition::title).orElse(rule))
                .collect(Collectors.joining("; "));
        return new SentAway(
                UUID.randomUUID().toString(),
                PageMoment.text(now),
                pregnancy.version(),
                visit.reference(),
                visit.type(),
                reason,
                hospitals);
    }
}
