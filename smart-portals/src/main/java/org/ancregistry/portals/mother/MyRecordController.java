package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.ancregistry.portals.record.AfterPregnancy;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.OutOfRange;
import org.ancregistry.portals.record.PlainFindings;
import org.ancregistry.portals.record.PlainValues;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.Languages;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What a woman sees of her own record. No address names her: her record is the one of her session, so there is no other
 * to ask for.
 */
@Controller
class MyRecordController {

    private final Records records;
    private final Limits limits;
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    MyRecordController(Records records, Limits limits, MessageSource messages, PortalSettings settings, Clock clock) {
        this.records = records;
        this.limits = limits;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/mother")
    String mine(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        var record = read(her, request, page);
        var inHers = Languages.of(record.woman().language())
                .filter(hers -> !hers.equals(locale) && !Languages.isChosen(request))
                .map(hers -> "redirect:/mother?lang=" + hers.getLanguage())
                .orElse(null);
        if (inHers != null) {
            return inHers;
        }
        if (record.spokenConsent().isPresent() && !ConsentAnswerController.isPutOff(request.getSession())) {
            return "redirect:/mother/consent";
        }
        var today = today();
        page.addAttribute("after", AfterPregnancy.of(record, today));
        page.addAttribute("lossPhone", settings.lossPhone());
        page.addAttribute(
                "weeks",
                record.pregnancy()
                        .flatMap(pregnancy -> pregnancy.weeksOn(today))
                        .orElse(null));
        page.addAttribute(
                "stage",
                record.pregnancy()
                        .flatMap(pregnancy -> pregnancy.daysOn(today))
                        .flatMap(Stage::on)
                        .orElse(null));
        page.addAttribute(
                "todo",
                OneThing.of(record, clock.instant(), settings.timeZone()).orElse(null));
        page.addAttribute("next", record.nextBooked(today).orElse(null));
        page.addAttribute("overdue", OneThing.overdueWindow(record, today).orElse(null));
        page.addAttribute("planned", record.nextPlanned().orElse(null));
        return "mother/pregnancy";
    }

    @GetMapping("/mother/visits")
    String visits(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = read(her, request, page);
        page.addAttribute("range", OutOfRange.asChartsDraw(limits));
        page.addAttribute("shownFindings", PlainFindings.after(AfterPregnancy.of(record, today())));
        return "mother/visits";
    }

    @GetMapping("/mother/records")
    String values(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        var record = read(her, request, page);
        page.addAttribute("values", PlainValues.of(record, limits));
        page.addAttribute(
                "charts",
                RecordCharts.of(
                        record, today(), limits, (key, arguments) -> messages.getMessage(key, arguments, locale)));
        return "mother/records";
    }

    private MotherRecord read(SignedInPerson her, HttpServletRequest request, Model page) {
        var record = records.summary(request, id(her));
        page.addAttribute("record", record);
        return record;
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }
}
