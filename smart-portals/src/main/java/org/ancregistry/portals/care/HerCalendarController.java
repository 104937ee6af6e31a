package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.ancregistry.portals.record.CalendarEntry;
import org.ancregistry.portals.registry.Records;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** One of her appointments for a calendar: the same file that she gets herself, which says neither who nor what for. */
@Controller
class HerCalendarController {

    private final Records records;
    private final MessageSource messages;
    private final Clock clock;

    HerCalendarController(Records records, MessageSource messages, Clock clock) {
        this.records = records;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(
            value = "/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/appointments/"
                    + "{appointment:[A-Za-z0-9-]{1,64}}.ics",
            produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    String calendar(
            @PathVariable String id,
            @PathVariable String appointment,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var booked = records.summary(request, id).appointments().stream()
                .filter(one -> one.id().equals(appointment))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("Content-Disposition", "attachment; filename=\"clinic.ics\"");
        var title = messages.getMessage("my.calendar.title", null, locale);
        return new CalendarEntry(List.of(booked), request.getServerName(), clock.instant(), title).text();
    }
}
