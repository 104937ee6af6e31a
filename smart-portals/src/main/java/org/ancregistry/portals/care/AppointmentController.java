package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.AppointmentDesk;
import org.ancregistry.portals.registry.ClinicDates;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
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

/** Between visits she is given a day, or the one that she has is moved or called off. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/appointment")
class AppointmentController {

    /** What a person may have seen and do all the same. */
    private static final Set<String> CLASHES = Set.of("clinic-full", "appointment-same-day");

    private final Records records;
    private final AppointmentDesk desk;
    private final Questions questions;
    private final ClinicDates clinics;
    private final PortalSettings settings;
    private final Clock clock;

    AppointmentController(
            Records records,
            AppointmentDesk desk,
            Questions questions,
            ClinicDates clinics,
            PortalSettings settings,
            Clock clock) {
        this.records = records;
        this.desk = desk;
        this.questions = questions;
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param of which of her appointments, or {@code new}; the next one without it */
    @GetMapping
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String of,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("form", AppointmentForm.empty());
        return show(portal, records.summary(request, id), of, person, request, page);
    }

    @PostMapping
    String arrange(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") AppointmentForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        form.check(today(), errors);
        var record = records.summary(request, id);
        page.addAttribute("clashes", form.despite());
        if (errors.hasErrors()) {
            return show(portal, record, form.of(), person, request, page);
        }
        try {
            var place = ArrangedPage.of(record, form.of(), today()).place(person.facility());
            desk.arrange(request, id, form.arranged(settings.timeZone(), place));
            after.addFlashAttribute("arranged", form.done());
            return summary(portal, id);
        } catch (RegistryRefusal refusal) {
            var shown = show(portal, records.summary(request, id), form.of(), person, request, page);
            tell(refusal, form, errors, page);
            return shown;
        }
    }

    /** How it stands now is shown above what was typed, which is sent once more after a look at it. */
    private static void tell(RegistryRefusal refusal, AppointmentForm form, BindingResult errors, Model page) {
        var day = form.dayField(Boolean.TRUE.equals(page.getAttribute("fromAList")));
        var code = refusal.code();
        switch (code) {
            case "clinic-full", "appointment-same-day" -> {
                page.addAttribute("clashes", clashes(form.despite(), code));
                errors.rejectValue(day, "appointment." + code);
            }
            case "version-conflict" -> page.addAttribute("changed", true);
            case "already-decided" -> page.addAttribute("gone", true);
            case "pregnancy-ended" -> errors.rejectValue(day, "appointment.ended");
            case "forbidden" -> errors.rejectValue(day, "appointment.forbidden");
            case "parameter-invalid" -> errors.rejectValue(day, "appointment.day.refused");
            default -> throw refusal;
        }
    }

    /** What was refused now, after what was seen before. */
    static List<String> clashes(List<String> seen, String code) {
        return Stream.concat(seen.stream(), Stream.of(code))
                .filter(CLASHES::contains)
                .distinct()
                .toList();
    }

    private String show(
            String portal,
            MotherRecord record,
            @Nullable String of,
            SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var id = record.woman().id();
        var arranged = ArrangedPage.of(record, of, today());
        if (arranged.chosen() == null && record.pregnancy().isEmpty()) {
            return summary(portal, id);
        }
        var place = arranged.place(person.facility());
        var days = place == null ? List.<ClinicDates.Day>of() : clinics.after(request, place, today());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("chosen", arranged.chosen());
        page.addAttribute("others", arranged.others());
        page.addAttribute("gone", arranged.gone());
        page.addAttribute("questions", questions.openOf(request, id));
        page.addAttribute("clinicDays", days);
        page.addAttribute("fromAList", !days.isEmpty());
        return "care/appointment";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String summary(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }
}
