package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.RecordCharts;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

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
        page.addAttribute("after", AfterPregnancy.of(record, today));
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
        var record = read(her, request, page);
        page.addAttribute("shownFindings", PlainFindings.after(AfterPregnancy.of(record, today())));
        return "mother/visits";
    }

    @GetMapping("/mother/records")
    String values(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        var record = read(her, request, page);
        page.addAttribute("charts", RecordCharts.of(record, today(), key -> messages.getMessage(key, null, locale)));
        return "mother/records";
    }

    @GetMapping("/mother/appointments")
    String appointments(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = read(her, request, page);
        var today = today();
        page.addAttribute("upcoming", upcoming(record, today));
        page.addAttribute(
                "cancelled",
                record.appointments().stream()
                        .filter(booked -> booked.cancelled()
                                && !booked.start().toLocalDate().isBefore(today))
                        .toList());
        page.addAttribute(
                "past",
                record.appointments().stream()
                        .filter(booked -> booked.start().toLocalDate().isBefore(today))
                        .toList());
        return "mother/appointments";
    }

    /** One of her appointments for the calendar of her phone. */
    @GetMapping(value = "/mother/appointments/{id:[A-Za-z0-9-]{1,64}}.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    String calendar(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson her,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var booked = records.summary(request, id(her)).appointments().stream()
                .filter(appointment -> appointment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("Content-Disposition", "attachment; filename=\"clinic.ics\"");
        var title = messages.getMessage("my.calendar.title", null, locale);
        return new CalendarEntry(booked, request.getServerName(), clock.instant(), title).text();
    }

    private MotherRecord read(SignedInPerson her, HttpServletRequest request, Model page) {
        var record = records.summary(request, id(her));
        page.addAttribute("record", record);
        return record;
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }

    private static List<BookedVisit> upcoming(MotherRecord record, LocalDate today) {
        return record.appointments().stream()
                .filter(booked ->
                        !booked.cancelled() && !booked.start().toLocalDate().isBefore(today))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }
}
