package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One visit on one page, in the order of work, saved once however often the button is pressed. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits/new")
class VisitController {

    private static final String PAGE = "care/visit";
    private static final String CONFLICT = "version-conflict";

    private final Records records;
    private final Risks risks;
    private final RuleBook rules;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    VisitController(
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
        var version = record.pregnancy().map(Pregnancy::version).orElse("");
        page.addAttribute("form", VisitForm.empty(version, usualPlace(portal), today()));
        return shown(page, portal, record);
    }

    @PostMapping
    String save(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        if (form.steps("refer")) {
            return refer(portal, record, person, form, errors, request, page, after);
        }
        if (form.steps("on")) {
            return shown(page, portal, record);
        }
        var check = VisitCheck.of(form, record, today(), form.steps("look") ? unseen(form) : errors);
        var urgency = urgency(check, form, record);
        if (urgency.any() && !form.hasSeen(urgency)) {
            return urgent(request, page, portal, record, urgency);
        }
        if (form.steps("look") || errors.hasErrors() || check.asksOnceMore()) {
            page.addAttribute("calm", form.steps("look") && !urgency.any());
            page.addAttribute("unusual", form.steps("look") ? List.of() : check.unusual());
            return shown(page, portal, record);
        }
        return sent(
                portal,
                record,
                check.report(form, person, clock, settings.timeZone(), null),
                form,
                errors,
                request,
                page,
                after);
    }

    /** Entries that are only looked at for what is urgent: nothing is wrong with them yet. */
    private static BindingResult unseen(VisitForm form) {
        return new BeanPropertyBindingResult(form, "form");
    }

    private Urgency urgency(VisitCheck check, VisitForm form, MotherRecord record) {
        return Urgency.of(check.answers(), form.date().date().orElse(today()), record, rules);
    }

    /** Before anything else that is wrong or missing, with everything that was typed kept. */
    private String urgent(HttpServletRequest request, Model page, String portal, MotherRecord record, Urgency urgency) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("urgency", urgency);
        page.addAttribute("hospitals", risks.hospitals(request));
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "care/urgent";
    }

    /** One press: the visit as far as it was typed, and the referral, in one act. */
    private String refer(
            String portal,
            MotherRecord record,
            SignedInPerson person,
            VisitForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var check = VisitCheck.urgent(form, record, today(), errors);
        var urgency = urgency(check, form, record);
        var to = form.urgent().to();
        if (errors.hasErrors() || to == null || to.isBlank()) {
            return errors.hasErrors() ? shown(page, portal, record) : urgent(request, page, portal, record, urgency);
        }
        var referral = new VisitReport.Referral(to, urgency.any() ? urgency.reason() : "Urgent referral");
        var report = check.report(form, person, clock, settings.timeZone(), referral);
        return sent(portal, record, report, form, errors, request, page, after);
    }

    private String sent(
            String portal,
            MotherRecord record,
            VisitReport report,
            VisitForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var id = record.woman().id();
        try {
            records.record(request, id, report);
        } catch (RegistryRefusal refusal) {
            return refused(refusal, form, errors, page, portal, record);
        }
        after.addFlashAttribute("saved", true);
        after.addFlashAttribute("sentAway", report.referral() != null);
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }

    private String refused(
            RegistryRefusal refusal,
            VisitForm form,
            BindingResult errors,
            Model page,
            String portal,
            MotherRecord record) {
        if (refusal.is(CONFLICT)) {
            page.addAttribute("conflict", true);
            page.addAttribute(
                    "form",
                    form.basedOn(record.pregnancy().map(Pregnancy::version).orElse("")));
            return shown(page, portal, record);
        }
        if (refusal.reasons().isEmpty() || refusal.status() == 403 || refusal.status() == 404) {
            throw refusal;
        }
        refusal.reasons().forEach(reason -> VisitCheck.reject(errors, reason.field(), reason.text()));
        return shown(page, portal, record);
    }

    private String shown(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("fields", new VisitQuestions());
        page.addAttribute("places", List.of("field-clinic", "home-visit", "hospital-clinic", "vog-clinic"));
        return PAGE;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String usualPlace(String portal) {
        return portal.equals("doctor") ? "vog-clinic" : "field-clinic";
    }
}
