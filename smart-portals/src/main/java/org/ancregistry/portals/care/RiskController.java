package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about a risk on the page of a mother: she is sent to hospital by one press, or graded by a clinician. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}")
class RiskController {

    private final Records records;
    private final Risks risks;
    private final PortalSettings settings;
    private final Clock clock;

    RiskController(Records records, Risks risks, PortalSettings settings, Clock clock) {
        this.records = records;
        this.risks = risks;
        this.settings = settings;
        this.clock = clock;
    }

    /** A referral is added to the contact that found what is urgent. */
    @PostMapping("/referral")
    String refer(
            @PathVariable String portal,
            @PathVariable String id,
            Referral asked,
            HttpServletRequest request,
            RedirectAttributes after) {
        var report = new VisitReport(
                asked.requestId(),
                asked.basedOn(),
                clock.instant().atZone(settings.timeZone()),
                asked.contactType(),
                Map.of(),
                List.of(),
                Set.of(),
                null,
                null,
                new VisitReport.Referral(asked.to(), asked.reason()),
                new VisitReport.Addendum(asked.contact(), "Sent to hospital"));
        try {
            records.record(request, id, report);
            after.addFlashAttribute("sentAway", true);
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            after.addFlashAttribute("changed", true);
        }
        return summary(portal, id);
    }

    @PostMapping("/risk")
    String grade(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam String requestId,
            @RequestParam String assessment,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        try {
            risks.grade(request, id, new Risks.Grade(requestId, assessment, grade, reason));
            after.addFlashAttribute("graded", true);
        } catch (RegistryRefusal refusal) {
            if (refusal.is("version-conflict")) {
                after.addFlashAttribute("changed", true);
            } else if (refusal.status() == 400) {
                after.addFlashAttribute("gradeWrong", refusal.code());
                after.addFlashAttribute("gradeTyped", grade);
            } else {
                throw refusal;
            }
        }
        return summary(portal, id);
    }

    private static String summary(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/summary#risk";
    }

    /**
     * One press on "send her to hospital".
     *
     * @param requestId made with the page, so that a second press sends her once
     * @param basedOn the version of the pregnancy that the page was made from
     * @param contact {@code Encounter/…} that found what is urgent
     * @param contactType its place, a code of {@code anc-contact-type}
     * @param to {@code Organization/…}
     */
    record Referral(String requestId, String basedOn, String contact, String contactType, String to, String reason) {}
}
