package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.CalendarEntry;
import org.ancregistry.portals.registry.Question;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** When a woman is expected, was expected and is no longer, and the same for the calendar of her phone. */
@Controller
class MyAppointmentsController {

    private final Records records;
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;
    private final ObjectProvider<AppointmentBook> book;
    private final Questions questions;

    /** @param book where it is missing, no calendar asks by itself */
    MyAppointmentsController(
            Records records,
            MessageSource messages,
            PortalSettings settings,
            Clock clock,
            ObjectProvider<AppointmentBook> book,
            Questions questions) {
        this.records = records;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.book = book;
        this.questions = questions;
    }

    @GetMapping("/mother/appointments")
    String appointments(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = records.summary(request, id(her));
        var today = today();
        page.addAttribute("record", record);
        page.addAttribute("feed", book.getIfAvailable() != null);
        page.addAttribute("questions", newest(questions.hers(request, her.reference(), Questions.ANOTHER_DAY)));
        page.addAttribute("now", clock.instant());
        page.addAttribute("upcoming", record.toCome(today));
        page.addAttribute("overdue", OneThing.overdueWindow(record, today).orElse(null));
        page.addAttribute("planned", record.nextPlanned().orElse(null));
        page.addAttribute(
                "cancelled",
                record.appointments().stream()
                        .filter(booked -> booked.cancelled()
                                && !booked.start().toLocalDate().isBefore(today))
                        .toList());
        page.addAttribute("past", record.past(today));
        page.addAttribute(
                "came",
                record.meetings().stream()
                        .map(visit -> visit.start().toLocalDate())
                        .toList());
        return "mother/appointments";
    }

    /** By appointment: she may have asked about one again after she was answered. */
    private static Map<String, Question> newest(List<Question> questions) {
        return questions.stream()
                .collect(Collectors.toMap(Question::about, question -> question, (newer, older) -> newer));
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
        return calendar(List.of(booked), request, response, locale);
    }

    /** All that are to come, in one file: called off ones are taken out one by one. */
    @GetMapping(value = "/mother/appointments.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    String calendar(
            @AuthenticationPrincipal SignedInPerson her,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return calendar(records.summary(request, id(her)).toCome(today()), request, response, locale);
    }

    private String calendar(
            List<BookedVisit> booked, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setHeader("Content-Disposition", "attachment; filename=\"clinic.ics\"");
        var title = messages.getMessage("my.calendar.title", null, locale);
        return new CalendarEntry(booked, request.getServerName(), clock.instant(), title).text();
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }
}
