package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.portals.record.AfterPregnancy;
import org.ancregistry.portals.record.Limits;
import org.ancregistry.portals.record.PlainFindings;
import org.ancregistry.portals.record.WholeVisit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One of her own visits, as she reads it: what was measured, given and said, and when she was expected again. */
@Controller
class MyVisitController {

    private final Records records;
    private final Limits limits;
    private final PortalSettings settings;
    private final Clock clock;

    MyVisitController(Records records, Limits limits, PortalSettings settings, Clock clock) {
        this.records = records;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/mother/visits/{visit:[A-Za-z0-9.-]{1,64}}")
    String visit(
            @PathVariable String visit,
            @AuthenticationPrincipal SignedInPerson her,
            HttpServletRequest request,
            Model page) {
        var record = records.summary(
                request, her.reference().substring(her.reference().indexOf('/') + 1));
        var after = AfterPregnancy.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone()));
        page.addAttribute("record", record);
        var whole = WholeVisit.forHer(record, visit, PlainFindings.ofOneVisit(after), limits)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("whole", whole);
        page.addAttribute("visit", whole.visit().visit());
        return "mother/visit";
    }
}
