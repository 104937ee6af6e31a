package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ancregistry.portals.card.PhotoedNumber;
import org.ancregistry.portals.card.TypedNumber;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A clinic day from a paper list: a number, a visit, the next number. Date and place are said once, and each page begins
 * where the hands are, so that twenty visits need no mouse.
 */
@Controller
@RequestMapping("/midwife/clinic-day")
class ClinicDayController {

    private static final String BEGIN = "care/clinic-day-begin";
    private static final String NEXT = "care/clinic-day";

    /** The address leads to the box for the next number. */
    static final String HERE = "redirect:/midwife/clinic-day#phn";

    private final Records records;
    private final Mothers mothers;
    private final PortalSettings settings;
    private final Clock clock;

    ClinicDayController(Records records, Mothers mothers, PortalSettings settings, Clock clock) {
        this.records = records;
        this.mothers = mothers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String photo, HttpServletRequest request, Model page) {
        PhotoedNumber.turnedAway(photo, page);
        var day = ClinicDay.of(request);
        if (day.isEmpty()) {
            page.addAttribute("form", new DayForm(TypedDate.of(today()), VisitPages.PLACES.get(0)));
            return begin(page);
        }
        page.addAttribute("form", new NextForm(null));
        return next(day.get(), request, page);
    }

    @PostMapping
    String begin(@ModelAttribute("form") DayForm form, BindingResult errors, HttpServletRequest request, Model page) {
        var date = form.date().date().filter(day -> !day.isAfter(today()));
        if (date.isEmpty()) {
            errors.rejectValue("date", "visit.date.wrong");
        }
        if (!VisitPages.PLACES.contains(form.place())) {
            errors.rejectValue("place", "clinicDay.place.missing");
        }
        if (errors.hasErrors()) {
            return begin(page);
        }
        new ClinicDay(date.orElseThrow(), form.place(), List.of()).keep(request);
        return HERE;
    }

    /** The next mother's visit; the address leads to its first box. */
    @PostMapping("/next")
    String next(@ModelAttribute("form") NextForm form, BindingResult errors, HttpServletRequest request, Model page) {
        var day = ClinicDay.of(request);
        if (day.isEmpty()) {
            return HERE;
        }
        var phn = TypedNumber.read(form.phn(), errors);
        if (phn.isEmpty()) {
            return next(day.get(), request, page);
        }
        var mother = records.withPhn(request, phn.get());
        if (mother.isEmpty()) {
            errors.rejectValue("phn", "clinicDay.phn.none");
            return next(day.get(), request, page);
        }
        return "redirect:/midwife/mothers/" + mother.get() + "/visits/new#dangers";
    }

    /** As {@link CheckInController} reads one. */
    @PostMapping("/photo")
    String photo(@RequestParam MultipartFile photo, HttpServletRequest request, Model page) throws IOException {
        var day = ClinicDay.of(request);
        if (day.isEmpty()) {
            return HERE;
        }
        page.addAttribute("form", new NextForm(PhotoedNumber.of(photo, page)));
        return next(day.get(), request, page);
    }

    @PostMapping("/end")
    String end(HttpServletRequest request) {
        ClinicDay.end(request);
        return "redirect:/midwife";
    }

    private static String begin(Model page) {
        page.addAttribute("places", VisitPages.PLACES);
        return BEGIN;
    }

    private String next(ClinicDay day, HttpServletRequest request, Model page) {
        page.addAttribute("day", day);
        page.addAttribute(
                "women",
                mothers.all(
                        request,
                        day.seen().stream().map(ClinicDay.Seen::patient).toList()));
        return NEXT;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    /** When and where the clinic was. */
    record DayForm(TypedDate date, String place) {

        DayForm(@Nullable TypedDate date, @Nullable String place) {
            this.date = Objects.requireNonNullElse(date, TypedDate.EMPTY);
            this.place = Objects.requireNonNullElse(place, "");
        }
    }

    /** The next number as typed or scanned. */
    record NextForm(@Nullable String phn) {}
}
