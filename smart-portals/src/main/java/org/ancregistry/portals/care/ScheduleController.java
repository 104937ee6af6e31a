package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.PlannedContact;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All contacts that are planned for her, with the days within which each can be held, and what became of it. */
@Controller
class ScheduleController {

    private static final Set<Role> MOVING = Set.of(Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR);

    private final Records records;
    private final TextMessages texts;
    private final PortalSettings settings;
    private final Clock clock;

    ScheduleController(Records records, MessageSource messages, PortalSettings settings, Clock clock) {
        this.records = records;
        this.texts = new TextMessages(messages);
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/schedule")
    String schedule(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        var record = records.summary(request, id);
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today));
        page.addAttribute("schedule", PlannedContact.of(record, today));
        page.addAttribute("mayMove", MOVING.contains(person.role()));
        page.addAttribute("past", PastAppointment.of(record, today));
        var booked = record.appointments().stream()
                .filter(one -> !one.cancelled() && !one.start().toLocalDate().isBefore(today))
                .toList();
        page.addAttribute("booked", booked);
        page.addAttribute("texts", texts(record, booked, locale));
        return "care/schedule";
    }

    /** By appointment, the message that tells her its day. */
    private Map<String, TextMessages.Offer> texts(MotherRecord record, List<BookedVisit> booked, Locale locale) {
        var offers = new HashMap<String, TextMessages.Offer>();
        booked.forEach(one -> texts.day(record.woman().reachable(), one.start(), locale)
                .ifPresent(offer -> offers.put(one.reference(), offer)));
        return offers;
    }
}
