package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.AppointmentDesk;
import org.ancregistry.portals.registry.ClinicDates;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** She did not come: why is written down, and she is given another day with the same press. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/missed")
class MissedController {

    /** It was written already, or she came or can come. */
    private static final Set<String> SETTLED = Set.of("already-decided", "contact-held", "not-yet-missed", "not-found");

    private final Records records;
    private final AppointmentDesk desk;
    private final ClinicDates clinics;
    private final PortalSettings settings;
    private final Clock clock;

    MissedController(Records records, AppointmentDesk desk, ClinicDates clinics, PortalSettings settings, Clock clock) {
        this.records = records;
        this.desk = desk;
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks why.
     *
     * @param of id of one of her appointments
     * @param contact first day of a planned contact; the last that she missed without either
     */
    @GetMapping
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate contact,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        page.addAttribute("form", MissedForm.empty());
        var record = records.summary(request, id);
        return NotCome.named(record, today(), of, contact)
                .map(missed -> show(portal, record, missed, person, request, page))
                .orElseGet(() -> nothing(portal, id, after));
    }

    @PostMapping
    String write(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") MissedForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        form.check(today(), errors);
        page.addAttribute("clashes", form.despite());
        var record = records.summary(request, id);
        var missed = NotCome.sent(record, form.of(), form.contact()).orElse(null);
        if (missed == null) {
            return nothing(portal, id, after);
        }
        if (errors.hasErrors()) {
            return show(portal, record, missed, person, request, page);
        }
        try {
            desk.arrange(request, id, form.arranged(missed, settings.timeZone(), missed.place(person.facility())));
            after.addFlashAttribute("missed", form.givesADay() ? "given" : "written");
            return schedule(portal, id);
        } catch (RegistryRefusal refusal) {
            if (SETTLED.contains(refusal.code())) {
                return nothing(portal, id, after);
            }
            var now = records.summary(request, id);
            var shown = show(
                    portal, now, NotCome.sent(now, form.of(), form.contact()).orElse(missed), person, request, page);
            tell(refusal, form, errors, page);
            return shown;
        }
    }

    /** How it stands now is shown above what was typed, which is sent once more after a look at it. */
    private static void tell(RegistryRefusal refusal, MissedForm form, BindingResult errors, Model page) {
        var day = form.dayField(Boolean.TRUE.equals(page.getAttribute("fromAList")));
        var code = refusal.code();
        switch (code) {
            case "clinic-full", "appointment-same-day" -> {
                page.addAttribute("clashes", AppointmentController.clashes(form.despite(), code));
                errors.rejectValue(day, "appointment." + code);
            }
            case "version-conflict" -> page.addAttribute("changed", true);
            case "pregnancy-ended" -> errors.rejectValue(day, "appointment.ended");
            case "forbidden" -> errors.rejectValue("reason", "appointment.forbidden");
            case "parameter-invalid" -> errors.rejectValue(day, "appointment.day.refused");
            default -> throw refusal;
        }
    }

    private String show(
            String portal,
            MotherRecord record,
            NotCome missed,
            SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var place = missed.place(person.facility());
        var days = place == null || record.pregnancy().isEmpty()
                ? List.<ClinicDates.Day>of()
                : clinics.after(request, place, today());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("notCome", missed);
        page.addAttribute("clinicDays", days);
        page.addAttribute("fromAList", !days.isEmpty());
        return "care/missed";
    }

    /** Somebody was faster, or nothing was missed: her schedule shows it. */
    private static String nothing(String portal, String id, RedirectAttributes after) {
        after.addFlashAttribute("missed", "nothing");
        return schedule(portal, id);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String schedule(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/schedule";
    }
}
