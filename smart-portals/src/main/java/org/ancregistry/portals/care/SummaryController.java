package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.paper.Papers;
import org.ancregistry.portals.record.AskedAlone;
import org.ancregistry.portals.record.DueDate;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.record.ReferralLetter;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryDown;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one mother on one page: her record in one call to the registry, and what she asks herself. */
@Controller
class SummaryController {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryController.class);

    /** Visits that are shown with all that was found; the others stand in a table of their own page. */
    private static final int IN_FULL = 3;

    private final Records records;
    private final HerOtherRecords others;
    private final Risks risks;
    private final Questions questions;
    private final RuleBook rules;
    private final Limits limits;
    private final Papers papers;
    private final MessageSource messages;
    private final TextMessages texts;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    SummaryController(
            Records records,
            HerOtherRecords others,
            Risks risks,
            Questions questions,
            ObjectProvider<RuleBook> rules,
            Limits limits,
            Papers papers,
            MessageSource messages,
            PortalSettings settings,
            Clock clock) {
        this.records = records;
        this.others = others;
        this.risks = risks;
        this.questions = questions;
        this.papers = papers;
        this.rules = rules.getIfAvailable(RuleBook::shipped);
        this.limits = limits;
        this.messages = messages;
        this.texts = new TextMessages(messages);
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/summary")
    String summary(
            @PathVariable String portal,
            @PathVariable String id,
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            Locale locale,
            Model page) {
        var record = records.summary(request, id);
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("portal", portal);
        page.addAttribute("pdf", papers.offered());
        page.addAttribute("record", record);
        var missing = new ArrayList<String>();
        page.addAttribute("missing", missing);
        page.addAttribute("others", unlessDown("others", missing, () -> others.of(request, record)));
        page.addAttribute("banner", Banner.of(record, today));
        page.addAttribute(
                "charts",
                RecordCharts.ofLast(
                        record, today, limits, (key, arguments) -> messages.getMessage(key, arguments, locale)));
        page.addAttribute("requestId", UUID.randomUUID().toString());
        page.addAttribute(
                "steps", record.risk().map(risk -> NextSteps.of(risk, rules)).orElse(Map.of()));
        var alert = record.pregnancy().isPresent() ? Alert.of(record) : Optional.<Alert>empty();
        page.addAttribute("alert", alert.orElse(null));
        if (alert.filter(Alert::waits).isPresent()) {
            var sent = unlessDown(
                    "hospitals",
                    missing,
                    () -> SentAway.of(record, risks.hospitals(request), rules, clock.instant()).stream()
                            .toList());
            page.addAttribute("sendAway", sent.isEmpty() ? null : sent.get(0));
        }
        if (Boolean.TRUE.equals(page.getAttribute("sentAway"))) {
            page.addAttribute("told", unlessDown("hospitals", missing, () -> receiver(record, request)));
        }
        page.addAttribute(
                "dueChanged",
                DueDate.of(record).filter(due -> due.changed() != null).orElse(null));
        page.addAttribute("questions", unlessDown("questions", missing, () -> questions.openOf(request, id)));
        page.addAttribute("reply", reply(record));
        page.addAttribute("newest", record.visits().stream().limit(IN_FULL).toList());
        page.addAttribute("shownFindings", VisitFields.SHOWN);
        page.addAttribute("today", today);
        page.addAttribute("why", portal.equals("doctor") ? why(record, person, request, today) : null);
        page.addAttribute("history", History.of(record));
        page.addAttribute("askedAloneTimes", AskedAlone.in(record));
        page.addAttribute("next", record.nextBooked(today).orElse(null));
        page.addAttribute(
                "notCome", NotCome.of(record, today).stream().findFirst().orElse(null));
        page.addAttribute(
                "textNext",
                record.nextBooked(today)
                        .flatMap(next -> texts.day(record.woman().reachable(), next.start(), locale))
                        .orElse(null));
        return "care/summary";
    }

    private static @Nullable WhyShown why(
            MotherRecord record, @Nullable SignedInPerson person, HttpServletRequest request, LocalDate today) {
        var clinic = person == null ? null : person.facility();
        return WhyShown.of(record, clinic, OpenEmergencies.until(request), today)
                .orElse(null);
    }

    /** What stands beside her record keeps nobody from it: the page says that it could not be read. */
    private static <T> List<T> unlessDown(String part, List<String> missing, Supplier<List<T>> asked) {
        try {
            return asked.get();
        } catch (RegistryDown outage) {
            LOG.warn("The {} of a record cannot be read", part, outage);
            missing.add(part);
            return List.of();
        }
    }

    /** The hospital that she was just sent to, which is told that she is coming. */
    private List<Risks.Hospital> receiver(MotherRecord record, HttpServletRequest request) {
        var to = record.referrals().stream().findFirst().map(ReferralLetter::receiver);
        return risks.hospitals(request).stream()
                .filter(hospital -> to.filter(hospital.reference()::equals).isPresent() && hospital.phone() != null)
                .toList();
    }

    /** What a clinic replied to the newest referral: a newer one waits for its own reply. */
    private static @Nullable ReferralLetter reply(MotherRecord record) {
        return record.referrals().stream()
                .findFirst()
                .filter(letter -> letter.reply() != null)
                .orElse(null);
    }
}
