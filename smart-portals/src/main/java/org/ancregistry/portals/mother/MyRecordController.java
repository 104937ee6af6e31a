package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ancregistry.portals.chart.Chart;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
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
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    MyRecordController(Records records, MessageSource messages, PortalSettings settings, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/mother")
    String mine(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = read(her, request, page);
        if (record.spokenConsent().isPresent() && !ConsentAnswerController.isPutOff(request.getSession())) {
            return "redirect:/mother/consent";
        }
        var today = today();
        page.addAttribute(
                "weeks",
                record.pregnancy()
                        .flatMap(pregnancy -> pregnancy.weeksOn(today))
                        .orElse(null));
        page.addAttribute("next", upcoming(record, today).stream().findFirst().orElse(null));
        return "mother/pregnancy";
    }

    @GetMapping("/mother/visits")
    String visits(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        read(her, request, page);
        page.addAttribute("shownFindings", PlainFindings.NAMES);
        return "mother/visits";
    }

    @GetMapping("/mother/records")
    String values(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        var record = read(her, request, page);
        page.addAttribute("charts", charts(record, locale));
        return "mother/records";
    }

    @GetMapping("/mother/appointments")
    String appointments(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = read(her, request, page);
        var today = today();
        page.addAttribute("upcoming", upcoming(record, today));
        page.addAttribute(
                "past",
                record.appointments().stream()
                        .filter(booked -> booked.start().toLocalDate().isBefore(today))
                        .toList());
        return "mother/appointments";
    }

    private MotherRecord read(SignedInPerson her, HttpServletRequest request, Model page) {
        var id = her.reference().substring(her.reference().indexOf('/') + 1);
        var record = records.summary(request, id);
        page.addAttribute("record", record);
        return record;
    }

    private static List<BookedVisit> upcoming(MotherRecord record, LocalDate today) {
        return record.appointments().stream()
                .filter(booked ->
                        !booked.cancelled() && !booked.start().toLocalDate().isBefore(today))
                .toList();
    }

    private List<Chart> charts(MotherRecord record, Locale locale) {
        return record.pregnancy()
                .map(pregnancy ->
                        new RecordCharts(record, pregnancy, today(), key -> messages.getMessage(key, null, locale)))
                .map(RecordCharts::all)
                .orElse(List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }
}
