package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Refers a woman, at once or to the next clinic; the letter to take along follows. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/refer")
class ReferController {

    private final Records records;
    private final Risks risks;
    private final RuleBook rules;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    ReferController(
            Records records, Risks risks, ObjectProvider<RuleBook> rules, PortalSettings settings, Clock clock) {
        this.records = records;
        this.risks = risks;
        this.rules = rules.getIfAvailable(RuleBook::shipped);
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        return ReferForm.begin(record, rules, clock.instant())
                .map(form -> show(page, portal, record, form, request))
                .orElse(summary(portal, id));
    }

    @PostMapping
    String refer(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") ReferForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        check(form, errors);
        if (errors.hasErrors()) {
            return show(page, portal, records.summary(request, id), form, request);
        }
        var at = PageMoment.of(form.madeAt(), settings.timeZone())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            records.record(request, id, form.report(at));
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            var record = records.summary(request, id);
            page.addAttribute("conflict", true);
            var version = record.pregnancy().map(Pregnancy::version).orElse("");
            return show(page, portal, record, form.basedOn(version), request);
        }
        after.addFlashAttribute(form.urgent() ? "sentAway" : "referred", true);
        return summary(portal, id);
    }

    private static void check(ReferForm form, BindingResult errors) {
        if (form.to() == null || form.to().isBlank()) {
            errors.rejectValue("to", "urgent.to.missing");
        }
        if (form.urgency() == null || !ReferForm.URGENCIES.contains(form.urgency())) {
            errors.rejectValue("urgency", "refer.urgency.missing");
        }
        if (form.reason() == null || form.reason().isBlank()) {
            errors.rejectValue("reason", "refer.reason.missing");
        } else if (form.reason().length() > ReferForm.LONGEST_REASON) {
            errors.rejectValue("reason", "refer.reason.long", new Object[] {ReferForm.LONGEST_REASON}, null);
        }
    }

    private String show(Model page, String portal, MotherRecord record, ReferForm form, HttpServletRequest request) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute("form", form);
        page.addAttribute("hospitals", risks.hospitals(request));
        page.addAttribute("urgencies", ReferForm.URGENCIES);
        return "care/refer";
    }

    private static String summary(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }
}
