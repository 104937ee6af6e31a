package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.ancregistry.portals.card.PhnCard;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A referral on paper, for the woman to take along: a clinic without a computer reads it, and writes its reply on it. */
@Controller
class LetterController {

    private final Records records;
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    LetterController(Records records, MessageSource messages, PortalSettings settings, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(
            "/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/referrals/{referral:[A-Za-z0-9.-]{1,64}}/letter")
    String letter(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String referral,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        var record = records.summary(request, id);
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today));
        page.addAttribute("charts", RecordCharts.of(record, today, key -> messages.getMessage(key, null, locale)));
        page.addAttribute("shownFindings", VisitFields.NAMES);
        page.addAttribute(
                "letter",
                record.referrals().stream()
                        .filter(one -> one.id().equals(referral))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addAttribute("card", record.woman().phn().map(PhnCard::of).orElse(null));
        page.addAttribute("last", record.validVisits().stream().findFirst().orElse(null));
        return "care/letter";
    }
}
