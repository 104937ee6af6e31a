package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at a woman's record, for those who look after her: the list that she reads herself. */
@Controller
class WhoLookedController {

    private final Records records;
    private final AccessLog log;
    private final PortalSettings settings;
    private final Clock clock;

    WhoLookedController(Records records, AccessLog log, PortalSettings settings, Clock clock) {
        this.records = records;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/looked")
    String looked(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var record = records.summary(request, id);
        model.addAttribute("portal", portal);
        model.addAttribute("record", record);
        model.addAttribute("looked", log.of(request, "Patient/" + id, page));
        model.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        return "care/looked";
    }
}
