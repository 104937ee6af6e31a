package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.PlannedContact;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Schedules;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A planned contact cannot be held on its days: it gets others, with the reason. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/schedule/move")
class MoveContactController {

    private static final String PAGE = "care/move";
    private static final String FIRST_DAY = "firstDay";
    private static final String LAST_DAY = "lastDay";

    private final Records records;
    private final Schedules schedules;
    private final PortalSettings settings;
    private final Clock clock;

    MoveContactController(Records records, Schedules schedules, PortalSettings settings, Clock clock) {
        this.records = records;
        this.schedules = schedules;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param contact its first day, as the schedule shows it */
    @GetMapping
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate contact,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("form", MoveForm.empty());
        return show(portal, records.summary(request, id), contact, page);
    }

    @PostMapping
    String move(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var move = planned(record, form.contact()).flatMap(contact -> form.move(contact.window(), errors));
        if (move.isEmpty()) {
            return show(portal, record, form.contact(), page);
        }
        try {
            schedules.move(request, id, move.get());
            after.addFlashAttribute("moved", true);
            return schedule(portal, id);
        } catch (RegistryRefusal refusal) {
            tell(refusal, errors, page);
            return show(portal, records.summary(request, id), form.contact(), page);
        }
    }

    /** The days as they are now stand above what was typed, which is sent once more after a look at them. */
    private static void tell(RegistryRefusal refusal, BindingResult errors, Model page) {
        switch (refusal.code()) {
            case "version-conflict" -> page.addAttribute("changed", true);
            case "contact-held" -> errors.rejectValue(FIRST_DAY, "reschedule.held");
            case "pregnancy-ended" -> errors.rejectValue(FIRST_DAY, "reschedule.ended");
            case "forbidden" -> errors.rejectValue(FIRST_DAY, "reschedule.forbidden");
            case "contact-out-of-order" -> errors.rejectValue(day(refusal), "reschedule.order");
            case "parameter-invalid" ->
                errors.rejectValue(
                        day(refusal),
                        day(refusal).equals(LAST_DAY) ? "reschedule.lastDay.wrong" : "reschedule.firstDay.refused");
            default -> throw refusal;
        }
    }

    /** The field in which the day stands that was refused. */
    private static String day(RegistryRefusal refusal) {
        return "last-day".equals(refusal.reasons().get(0).field()) ? LAST_DAY : FIRST_DAY;
    }

    private String show(String portal, MotherRecord record, @Nullable LocalDate contact, Model page) {
        var planned = planned(record, contact);
        if (planned.isEmpty()) {
            return schedule(portal, record.woman().id());
        }
        var open = PlannedContact.of(record, today()).stream()
                .filter(PlannedContact::open)
                .map(PlannedContact::window)
                .toList();
        var at = open.indexOf(planned.get().window());
        page.addAttribute("before", at > 0 ? open.get(at - 1) : null);
        page.addAttribute("next", at >= 0 && at + 1 < open.size() ? open.get(at + 1) : null);
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("planned", planned.get().window());
        return PAGE;
    }

    /** The contact that begins on that day, or that did before somebody moved it a moment ago. */
    private Optional<PlannedContact> planned(MotherRecord record, @Nullable LocalDate first) {
        var all = PlannedContact.of(record, today());
        return all.stream()
                .filter(planned -> planned.window().from().equals(first))
                .findFirst()
                .or(() -> all.stream()
                        .filter(planned -> planned.window().moved() != null
                                && planned.window().moved().from().equals(first))
                        .findFirst());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String schedule(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/schedule";
    }
}
