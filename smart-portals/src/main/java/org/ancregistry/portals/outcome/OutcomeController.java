package org.ancregistry.portals.outcome;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.registry.Outcomes;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.sharing.OpenCodes;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A pregnancy has ended: what happened, what belongs to it, a look at the answers. Nothing is stored before the last press. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/outcome")
class OutcomeController {

    private final Records records;
    private final Outcomes outcomes;
    private final PortalSettings settings;
    private final Clock clock;
    private final ObjectProvider<OpenCodes> codes;

    OutcomeController(
            Records records, Outcomes outcomes, PortalSettings settings, Clock clock, ObjectProvider<OpenCodes> codes) {
        this.codes = codes;
        this.records = records;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the pages: a doctor's lead back to hers, a midwife's to hers. */
    @ModelAttribute("portal")
    String portal(@PathVariable String portal) {
        return portal;
    }

    @GetMapping
    String ask(@PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        if (record.pregnancy().isEmpty()) {
            return summary();
        }
        var form = OutcomeForm.empty(record.pregnancy().get().version());
        return show(page, record, form, "kind");
    }

    @PostMapping
    String goOn(
            @PathVariable String id,
            @ModelAttribute("form") OutcomeForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var pregnancy = record.pregnancy().orElse(null);
        if (pregnancy == null) {
            return record.ended().isPresent() ? done(page, after) : summary();
        }
        return switch (form.step()) {
            case "kind" -> chosen(page, record, form, errors);
            case "more" -> show(page, record, form.withChildren(1), "details");
            case "less" -> show(page, record, form.withChildren(-1), "details");
            case "change" -> show(page, record, form, "details");
            case "again" -> show(page, record, form, "kind");
            case "save" -> save(request, page, record, pregnancy, form, errors, after);
            default -> look(page, record, pregnancy, form, errors);
        };
    }

    private static String chosen(Model page, MotherRecord record, OutcomeForm form, BindingResult errors) {
        if (form.end().isEmpty()) {
            errors.rejectValue("kind", "outcome.kind.missing");
            return show(page, record, form, "kind");
        }
        return show(page, record, form, "details");
    }

    private String look(Model page, MotherRecord record, Pregnancy pregnancy, OutcomeForm form, BindingResult errors) {
        var check = OutcomeCheck.of(form, pregnancy, today(), errors);
        if (errors.hasErrors() || check.asksOnceMore()) {
            page.addAttribute("unusual", check.unusual());
            return show(page, record, form, form.end().isEmpty() ? "kind" : "details");
        }
        return show(page, record, form, "check");
    }

    private String save(
            HttpServletRequest request,
            Model page,
            MotherRecord record,
            Pregnancy pregnancy,
            OutcomeForm form,
            BindingResult errors,
            RedirectAttributes after) {
        var check = OutcomeCheck.of(form, pregnancy, today(), errors);
        if (errors.hasErrors() || check.asksOnceMore()) {
            return look(page, record, pregnancy, form, errors);
        }
        try {
            outcomes.end(request, record.woman().id(), check.report());
            codes.ifAvailable(open -> open.end(record.woman().reference()));
            return done(page, after);
        } catch (RegistryRefusal refusal) {
            if (refusal.is("pregnancy-ended")) {
                return done(page, after);
            } else if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            page.addAttribute("conflict", true);
            return show(page, record, form.basedOn(pregnancy.version()), "check");
        }
    }

    /** What became of it, as it stands in the record: reading this page again does nothing. */
    @GetMapping("/done")
    String done(@PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        if (record.ended().isEmpty()) {
            return summary();
        }
        page.addAttribute("record", record);
        page.addAttribute("ended", record.ended().get());
        return "midwife/outcome-done";
    }

    private static String show(Model page, MotherRecord record, OutcomeForm form, String part) {
        page.addAttribute("record", record);
        page.addAttribute("form", form);
        page.addAttribute("fields", OutcomeFields.ALL);
        return "midwife/outcome-" + part;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    /** A doctor may have reached her by the referral that is over now: nothing of her record is read again. */
    private static String done(Model page, RedirectAttributes after) {
        if ("doctor".equals(page.getAttribute("portal"))) {
            after.addFlashAttribute("endingSaved", true);
            return "redirect:/doctor";
        }
        return "redirect:/{portal}/mothers/{id}/outcome/done";
    }

    private static String summary() {
        return "redirect:/{portal}/mothers/{id}/summary";
    }
}
