package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.ancregistry.portals.card.PhnCard;
import org.ancregistry.portals.chart.ReadingTable;
import org.ancregistry.portals.paper.PaperFile;
import org.ancregistry.portals.paper.Papers;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A referral on paper, for the woman to take along: a clinic without a computer reads it, and writes its reply on it. */
@Controller
class LetterController {

    private static final String LETTER =
            "/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/referrals/{referral:[A-Za-z0-9.-]{1,64}}/letter";

    private final Records records;
    private final Limits limits;
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    private final Papers papers;

    LetterController(
            Records records,
            Limits limits,
            MessageSource messages,
            PortalSettings settings,
            Clock clock,
            Papers papers) {
        this.papers = papers;
        this.records = records;
        this.limits = limits;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(LETTER)
    String letter(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String referral,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        var record = records.summary(request, id);
        page.addAttribute("portal", portal);
        page.addAttribute("pdf", papers.offered());
        fill(page, record, referral, locale);
        return "care/letter";
    }

    /** The same as a file. */
    @GetMapping(LETTER + ".pdf")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String referral,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        if (!papers.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        fill(page, records.summary(request, id), referral, locale);
        page.addAttribute("words", request.getAttribute("words"));
        return PaperFile.of("letter", papers.print("paper/letter", locale, page.asMap()));
    }

    private void fill(Model page, MotherRecord record, String referral, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("record", record);
        page.addAttribute("today", today);
        page.addAttribute("banner", Banner.of(record, today));
        var charts =
                RecordCharts.of(record, today, limits, (key, arguments) -> messages.getMessage(key, arguments, locale));
        page.addAttribute("charts", charts);
        page.addAttribute("numbers", ReadingTable.of(charts));
        page.addAttribute("shownFindings", VisitFields.SHOWN);
        var letter = record.referrals().stream()
                .filter(one -> one.id().equals(referral))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("letter", letter);
        page.addAttribute(
                "weeksThen",
                letter.on() == null ? null : Banner.of(record, letter.on()).weeks());
        page.addAttribute("card", record.woman().phn().map(PhnCard::of).orElse(null));
        page.addAttribute("last", record.meetings().stream().findFirst().orElse(null));
    }
}
