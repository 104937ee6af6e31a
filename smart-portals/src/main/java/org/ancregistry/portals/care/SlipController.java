package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.WholeVisit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.Languages;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a woman takes home from a visit, on half a sheet and in her own language ({@code ?paper=}; the one on her record,
 * where nothing else is asked for): what was measured, what she takes, when she comes again and when she must not wait.
 */
@Controller
class SlipController {

    /** Others may read what lies on her table: what is to be talked about is not on it. */
    private static final List<String> TOLD =
            List.of("weight", "fundal_height", "fhr", "haemoglobin", "urine_protein", "urine_glucose");

    private final Records records;
    private final Limits limits;
    private final PortalSettings settings;
    private final Clock clock;

    SlipController(Records records, Limits limits, PortalSettings settings, Clock clock) {
        this.records = records;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits/{visit:[A-Za-z0-9.-]{1,64}}/slip")
    String slip(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String visit,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        var record = records.summary(request, id);
        var inHers = Languages.of(record.woman().language())
                .filter(hers -> paper == null && !hers.equals(locale))
                .map(hers -> "redirect:%s?paper=%s".formatted(request.getRequestURI(), hers.getLanguage()))
                .orElse(null);
        if (inHers != null) {
            return inHers;
        }
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute(
                "visit",
                record.meetings().stream()
                        .filter(one -> one.id().equals(visit))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        page.addAttribute(
                "values",
                WholeVisit.forHer(record, visit, TOLD, limits)
                        .map(whole -> whole.visit().values())
                        .orElse(List.of()));
        page.addAttribute("next", record.nextBooked(today).orElse(null));
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "care/slip";
    }
}
