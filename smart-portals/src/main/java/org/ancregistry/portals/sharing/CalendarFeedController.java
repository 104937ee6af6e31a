package org.ancregistry.portals.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.CalendarEntry;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What a calendar is answered that asks by itself: times and a neutral word, nothing of her record. */
@Controller
class CalendarFeedController {

    /** A calendar keeps what it was told: one that was called off yesterday must still be taken away. */
    private static final Duration BACK = Duration.ofDays(31);

    private final CalendarFeeds feeds;
    private final ObjectProvider<AppointmentBook> book;
    private final MessageSource messages;
    private final PortalSettings settings;
    private final Clock clock;

    CalendarFeedController(
            CalendarFeeds feeds,
            ObjectProvider<AppointmentBook> book,
            MessageSource messages,
            PortalSettings settings,
            Clock clock) {
        this.feeds = feeds;
        this.book = book;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(value = "/calendar/{token:[A-Za-z0-9_-]{43}}.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    String feed(@PathVariable String token, HttpServletRequest request, Locale locale) {
        var patient = feeds.asked(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var title = messages.getMessage("my.calendar.title", null, locale);
        var now = clock.instant();
        return new CalendarEntry(booked(patient), request.getServerName(), now, title).feed();
    }

    private List<BookedVisit> booked(String patient) {
        return book.getObject().since(patient, clock.instant().minus(BACK)).stream()
                .map(entry -> new BookedVisit(
                        "Appointment/" + entry.id(),
                        entry.start().atZone(settings.timeZone()),
                        null,
                        null,
                        entry.calledOff() ? "cancelled" : "booked",
                        entry.version(),
                        null))
                .toList();
    }
}
