package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about a risk on the page of a mother: she is sent to hospital by one press, or graded by a clinician. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}")
class RiskController {

    private static final Set<String> GRADES = Set.of("low", "moderate", "high", "urgent");

    private final Records records;
    private final Risks risks;
    private final PortalSettings settings;

    RiskController(Records records, Risks risks, PortalSettings settings) {
        this.records = records;
        this.risks = risks;
        this.settings = settings;
    }

    /** A referral is added to the contact that found what is urgent. */
    @PostMapping("/referral")
    String refer(
            @PathVariable String portal,
            @PathVariable String id,
            Referral asked,
            HttpServletRequest request,
            RedirectAttributes after) {
        after.addFlashAttribute("transportTyped", asked.transport());
        if (asked.to() == null || asked.to().isBlank()) {
            after.addFlashAttribute("hospitalMissing", true);
            return summary(portal, id, "to");
        }
        var report = new VisitReport(
                asked.requestId(),
                asked.basedOn(),
                PageMoment.of(asked.madeAt(), settings.timeZone())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                asked.contactType(),
                Map.of(),
                List.of(),
                Set.of(),
                null,
                null,
                VisitReport.Referral.urgently(asked.to(), asked.reason(), asked.transport()),
                VisitReport.Correction.adding(asked.contact(), "Sent to hospital"));
        try {
            records.record(request, id, report);
            after.addFlashAttribute("sentAway", true);
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            after.addFlashAttribute("changed", true);
        }
        return summary(portal, id, "risk");
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
        if (!GRADES.contains(grade)) {
            return wrong("grade", grade, reason, portal, id, after);
        }
        try {
            risks.grade(request, id, new Risks.Grade(requestId, assessment, grade, reason));
            after.addFlashAttribute("graded", true);
        } catch (RegistryRefusal refusal) {
            if (refusal.is("version-conflict")) {
                after.addFlashAttribute("changed", true);
            } else if (refusal.status() == 400) {
                var what = refusal.is("grade-reason-missing") ? "reason" : "other";
                return wrong(what, grade, reason, portal, id, after);
            } else {
                throw refusal;
            }
        }
        return summary(portal, id, "risk");
    }

    /** @param what must be put right: {@code grade}, {@code reason}, or {@code other} */
    private static String wrong(
            String what, String grade, String reason, String portal, String id, RedirectAttributes after) {
        after.addFlashAttribute("gradeWrong", what);
        after.addFlashAttribute("gradeTyped", grade);
        after.addFlashAttribute("reasonTyped", reason);
        return summary(portal, id, "risk");
    }

    private static String summary(String portal, String id, String place) {
        return "redirect:/" + portal + "/mothers/" + id + "/summary#" + place;
    }

    /**
     * One press on "send her to hospital".
     *
     * @param requestId made with the page, so that a second press sends her once
     * @param madeAt when the page was made
     * @param basedOn the version of the pregnancy that the page was made from
     * @param contact {@code Encounter/…} that found what is urgent
     * @param contactType its place, a code of {@code anc-contact-type}
     * @param to {@code Organization/…}
     * @param transport how she gets there; nobody is held up by not being asked
     */
    record Referral(
            String requestId,
            String madeAt,
            String basedOn,
            String contact,
            String contactType,
            @Nullable String to,
            String reason,
            @Nullable String transport) {}
}
