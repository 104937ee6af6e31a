package org.ancregistry.portals.care;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleDefinition;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Risk;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.VisitReport;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it was typed. It is added to the newest contact, at which its reason was found.
 *
 * @param requestId made with the page: sent twice, she is referred once
 * @param madeAt when the page was made
 * @param basedOn the version of the pregnancy that the page was made from
 * @param contact {@code Encounter/…}
 * @param contactType its place, a code of {@code anc-contact-type}
 * @param to {@code Organization/…}
 * @param urgency {@code routine} or {@code urgent}
 * @param transport how she gets there, where that was asked
 */
record ReferForm(
        @Nullable String requestId,
        @Nullable String madeAt,
        @Nullable String basedOn,
        @Nullable String contact,
        @Nullable String contactType,
        @Nullable String to,
        @Nullable String urgency,
        @Nullable String reason,
        @Nullable String transport) {

    static final List<String> URGENCIES = List.of("routine", "urgent");
    static final int LONGEST_REASON = 1000;

    /** Empty where there is no contact that could have found a reason. The reason is what the rules found, to be changed. */
    static Optional<ReferForm> begin(MotherRecord record, RuleBook rules, Instant now) {
        return record.meetings().stream()
                .findFirst()
                .flatMap(visit -> record.pregnancy().map(pregnancy -> begin(record, visit, pregnancy, rules, now)));
    }

    private static ReferForm begin(MotherRecord record, Visit visit, Pregnancy pregnancy, RuleBook rules, Instant now) {
        return new ReferForm(
                UUID.randomUUID().toString(),
                PageMoment.text(now),
                pregnancy.version(),
                visit.reference(),
                visit.type(),
                null,
                null,
                record.risk().stream()
                        .flatMap(risk -> risk.graded().stream())
                        .map(Risk.Reason::rule)
                        .map(rule -> rules.definition(rule)
                                .map(RuleDefinition::title)
                                .orElse(rule))
                        .collect(Collectors.joining("; ")),
                null);
    }

    /** The same entries, based on what is in the record now. */
    ReferForm basedOn(@Nullable String version) {
        return new ReferForm(requestId, madeAt, version, contact, contactType, to, urgency, reason, transport);
    }

    boolean urgent() {
        return "urgent".equals(urgency);
    }

    /** Once nothing of it is missing. */
    VisitReport report(ZonedDateTime at) {
        return new VisitReport(
                requestId == null ? "" : requestId,
                basedOn == null ? "" : basedOn,
                at,
                contactType == null ? "" : contactType,
                Map.of(),
                List.of(),
                Set.of(),
                null,
                null,
                new VisitReport.Referral(
                        to == null ? "" : to, urgent(), reason == null ? "" : reason.strip(), transport),
                VisitReport.Correction.adding(contact == null ? "" : contact, "Referred"));
    }
}
