package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.record.PlannedContact;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
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
    private final PortalSettings settings;
    private final Clock clock;

    ScheduleController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/schedule")
    String schedule(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var record = records.summary(request, id);
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today));
        page.addAttribute("schedule", PlannedContact.of(record, today));
        page.addAttribute("mayMove", MOVING.contains(person.role()));
        page.addAttribute("past", PastAppointment.of(record, today));
        page.addAttribute(
                "booked",
                record.appointments().stream()
                        .filter(booked -> !booked.cancelled()
                                && !booked.start().toLocalDate().isBefore(today))
                        .toList());
        return "care/schedule";
    }
}
