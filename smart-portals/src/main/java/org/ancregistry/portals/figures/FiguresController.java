package org.ancregistry.portals.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.portals.registry.Figure;
import org.ancregistry.portals.registry.Figures;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.MidwifeAreas.Area;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The figures of a midwife's or a supervisor's areas, so that a monthly return is read and not added up. */
@Controller
@RequestMapping("/midwife/figures")
class FiguresController {

    private final Figures figures;
    private final MidwifeAreas areas;
    private final PortalSettings settings;
    private final Clock clock;

    FiguresController(Figures figures, MidwifeAreas areas, PortalSettings settings, Clock clock) {
        this.figures = figures;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String area,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        var counted = count(EnumSet.allOf(Indicator.class), period, area, person, request, model);
        model.addAttribute(
                "who", counted.stream().filter(one -> !one.isNational()).toList());
        model.addAttribute(
                "national", counted.stream().filter(Figure::isNational).toList());
        model.addAttribute("spans", Arrays.stream(Span.values()).map(Span::code).toList());
        return "figures/figures";
    }

    /** One of them by month, age and education. */
    @GetMapping("/{measure:[a-z0-9-]{1,40}}")
    String one(
            @PathVariable String measure,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String area,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        var indicator = Indicator.ofMeasure(measure).orElseThrow(FiguresController::notFound);
        var counted = count(List.of(indicator), period, area, person, request, model);
        model.addAttribute("figure", counted.stream().findFirst().orElseThrow(FiguresController::notFound));
        return "figures/figure";
    }

    private List<Figure> count(
            Collection<Indicator> indicators,
            String period,
            String area,
            SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        var choices = areas.ownAndBelow(request, person.areas());
        var chosen = chosen(area, choices);
        var span = Span.of(period);
        var today = LocalDate.now(clock.withZone(settings.timeZone()));
        model.addAttribute("areas", choices);
        model.addAttribute("area", chosen);
        model.addAttribute("period", span.code());
        model.addAttribute("from", span.from(today));
        model.addAttribute("to", span.to(today));
        return figures.count(
                request,
                indicators,
                span.from(today),
                span.to(today),
                chosen == null ? null : "Organization/" + chosen.id());
    }

    private static @Nullable Area chosen(String area, List<Area> choices) {
        return area.isEmpty()
                ? null
                : choices.stream()
                        .filter(one -> one.id().equals(area))
                        .findFirst()
                        .orElseThrow(FiguresController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
