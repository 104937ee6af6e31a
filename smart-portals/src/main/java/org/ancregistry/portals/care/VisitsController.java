package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All visits of a woman in one table, newest first, to be compared line by line. */
@Controller
class VisitsController {

    private static final int SHOWN = 25;

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    VisitsController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param number of the page, from 1 on; what lies beyond the last one is the last one */
    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits")
    String visits(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam(name = "page", defaultValue = "1") int number,
            HttpServletRequest request,
            Model page) {
        var record = records.summary(request, id);
        var visits = record.visits();
        var last = Math.max(1, (visits.size() + SHOWN - 1) / SHOWN);
        var shown = Math.min(Math.max(number, 1), last);
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute("here", "/" + portal + "/mothers/" + record.woman().id() + "/visits");
        page.addAttribute("number", shown);
        page.addAttribute("last", last);
        page.addAttribute(
                "visits",
                visits.stream().skip((shown - 1L) * SHOWN).limit(SHOWN).toList());
        return "care/visits";
    }
}
