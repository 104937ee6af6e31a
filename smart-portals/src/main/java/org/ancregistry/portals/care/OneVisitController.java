package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.OutOfRange;
import org.ancregistry.portals.record.WholeVisit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One visit with all that was found, given and said at it, and what was added to it later; it prints with her name. */
@Controller
class OneVisitController {

    private final Records records;
    private final OutOfRange range;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    OneVisitController(Records records, ObjectProvider<RuleBook> rules, PortalSettings settings, Clock clock) {
        this.records = records;
        this.range = OutOfRange.by(rules.getIfAvailable(RuleBook::shipped));
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits/{visit:[A-Za-z0-9.-]{1,64}}")
    String visit(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String visit,
            HttpServletRequest request,
            Model page) {
        var record = records.summary(request, id);
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        var whole = WholeVisit.forStaff(record, visit, VisitFields.OF_ONE_VISIT, range)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("whole", whole);
        page.addAttribute("visit", whole.visit().visit());
        page.addAttribute("here", "/" + portal + "/mothers/" + record.woman().id() + "/visits");
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        return "care/one-visit";
    }
}
