package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Risk;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
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

    private static final String CONFLICT = "version-conflict";

    private final Records records;
    private final VisitPages pages;
    private final RuleBook rules;
    private final PortalSettings settings;
    private final Clock clock;

    /** @param rules the registry's, where it runs in the same process; otherwise as they are shipped */
    VisitController(
            Records records, VisitPages pages, ObjectProvider<RuleBook> rules, PortalSettings settings, Clock clock) {
        this.records = records;
        this.pages = pages;
        this.rules = rules.getIfAvailable(RuleBook::shipped);
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        if (record.ended().isPresent()) {
            return "redirect:/" + portal + "/mothers/" + id + "/summary";
        }
        var version = record.pregnancy().map(Pregnancy::version).orElse("");
        var form = VisitForm.empty(version, usualPlace(portal), clock.instant(), settings.timeZone());
        page.addAttribute("form", clinicDay(portal, request).map(form::at).orElse(form));
        return pages.visit(request, page, portal, record);
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
            return pages.visit(request, page, portal, record);
        }
        var check = VisitCheck.of(form, record, pages.today(), form.steps("look") ? unseen(form) : errors);
        var urgency = urgency(check, form, record);
        if (urgency.any() && (form.steps("look") || !form.hasSeen(urgency))) {
            return pages.urgent(request, page, portal, record, urgency);
        }
        page.addAttribute("raised", urgency.raised());
        if (form.steps("look") || errors.hasErrors() || check.asksOnceMore()) {
            page.addAttribute("calm", form.steps("look"));
            page.addAttribute("unusual", form.steps("look") ? List.of() : check.unusual());
            return pages.visit(request, page, portal, record);
        }
        try {
            return sent(portal, record, check.report(form, person, settings.timeZone(), null), request, after);
        } catch (RegistryRefusal refusal) {
            if (refusal.is(CONFLICT)) {
                pages.conflict(page, form, record);
            } else {
                reject(refusal, errors);
            }
            return pages.visit(request, page, portal, record);
        }
    }

    /** Entries that are only looked at for what is urgent: nothing is wrong with them yet. */
    private static BindingResult unseen(VisitForm form) {
        return new BeanPropertyBindingResult(form, "form");
    }

    private Urgency urgency(VisitCheck check, VisitForm form, MotherRecord record) {
        return Urgency.of(check.answers(), form.date().date().orElse(pages.today()), record, rules);
    }

    /**
     * One press: the visit as far as it was typed, and the referral, in one act. Whatever comes between, the page that
     * follows leads to the referral again.
     */
    private String refer(
            String portal,
            MotherRecord record,
            SignedInPerson person,
            VisitForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var check = VisitCheck.urgent(form, record, pages.today(), errors);
        var urgency = urgency(check, form, record);
        if (errors.hasErrors()) {
            return pages.notReferred(request, page, form, errors, portal, record);
        }
        var to = form.urgent().to();
        if (to == null || to.isBlank()) {
            errors.rejectValue("urgent.to", "urgent.to.missing");
            return pages.urgent(request, page, portal, record, urgency);
        }
        var reason = urgency.any() ? urgency.reason() : "Urgent referral";
        var referral = VisitReport.Referral.urgently(to, reason, form.urgent().transport());
        try {
            return sent(portal, record, check.report(form, person, settings.timeZone(), referral), request, after);
        } catch (RegistryRefusal refusal) {
            if (refusal.is(CONFLICT)) {
                pages.conflict(page, form, record);
                return pages.urgent(request, page, portal, record, urgency);
            }
            reject(refusal, errors);
            return pages.notReferred(request, page, form, errors, portal, record);
        }
    }

    private String sent(
            String portal,
            MotherRecord record,
            VisitReport report,
            HttpServletRequest request,
            RedirectAttributes after) {
        var id = record.woman().id();
        records.record(request, id, report);
        var day = clinicDay(portal, request);
        if (day.isPresent()) {
            day.get()
                    .with(new ClinicDay.Seen(id, clock.instant(), report.referral() != null))
                    .keep(request);
            after.addFlashAttribute("savedVisit", true);
            return ClinicDayController.HERE;
        }
        after.addFlashAttribute("saved", true);
        after.addFlashAttribute("gradeBefore", record.risk().map(Risk::grade).orElse(null));
        after.addFlashAttribute("savedAt", clock.instant());
        after.addFlashAttribute("sentAway", report.referral() != null);
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }

    /** Puts the registry's reasons at their fields; what no field can put right goes on as it came. */
    private static void reject(RegistryRefusal refusal, BindingResult errors) {
        if (refusal.reasons().isEmpty() || refusal.status() == 403 || refusal.status() == 404) {
            throw refusal;
        }
        refusal.reasons().forEach(reason -> VisitCheck.reject(errors, reason.field(), reason.text()));
    }

    /** Of a midwife who writes down a clinic day: after each visit she is asked for the next number. */
    private static Optional<ClinicDay> clinicDay(String portal, HttpServletRequest request) {
        return portal.equals("midwife") ? ClinicDay.of(request) : Optional.empty();
    }

    private static String usualPlace(String portal) {
        return portal.equals("doctor") ? "vog-clinic" : "field-clinic";
    }
}
