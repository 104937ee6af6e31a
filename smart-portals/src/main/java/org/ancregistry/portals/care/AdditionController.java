package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.registry.VisitReport.Correction;
import org.ancregistry.portals.web.PortalSettings;
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

/** A visit that was saved is never changed: something is added to it, or it is struck out and stays readable. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits/{visit:[A-Za-z0-9.-]{1,64}}")
class AdditionController {

    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_REASON = 500;

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    AdditionController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{what:addition|strike}")
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String visit,
            @PathVariable String what,
            HttpServletRequest request,
            Model page) {
        var record = records.summary(request, id);
        page.addAttribute("form", AdditionForm.empty(version(record), PageMoment.text(clock.instant())));
        return show(page, portal, what, record, visit(record, visit, what));
    }

    @PostMapping("/addition")
    String add(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String visit,
            @ModelAttribute("form") AdditionForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var earlier = visit(record, visit, "addition");
        if (form.note().isBlank() || form.note().length() > LONGEST_NOTE) {
            errors.rejectValue("note", "addition.note.missing");
            return show(page, portal, "addition", record, earlier);
        }
        var correction = Correction.adding(earlier.reference(), "Added by hand");
        return send(portal, "addition", record, earlier, form, correction, request, page, after);
    }

    @PostMapping("/strike")
    String strike(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String visit,
            @ModelAttribute("form") AdditionForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var wrong = visit(record, visit, "strike");
        if (form.reason().isBlank() || form.reason().length() > LONGEST_REASON) {
            errors.rejectValue("reason", "addition.reason.missing");
            return show(page, portal, "strike", record, wrong);
        }
        var correction = new Correction(wrong.reference(), true, form.reason().strip());
        return send(portal, "strike", record, wrong, form, correction, request, page, after);
    }

    private String send(
            String portal,
            String what,
            MotherRecord record,
            Visit earlier,
            AdditionForm form,
            Correction correction,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        try {
            records.record(request, record.woman().id(), report(form, earlier, correction));
        } catch (RegistryRefusal refusal) {
            page.addAttribute(shownAs(refusal), true);
            page.addAttribute("form", form.basedOn(version(record)));
            return show(page, portal, what, record, earlier);
        }
        after.addFlashAttribute(correction.inError() ? "struckOut" : "added", true);
        return "redirect:/" + portal + "/mothers/" + record.woman().id() + "/summary";
    }

    /** Somebody wrote meanwhile, or the visit stays as it is: struck out before, or of another pregnancy. */
    private static String shownAs(RegistryRefusal refusal) {
        if (refusal.is("version-conflict")) {
            return "conflict";
        } else if (refusal.is("already-decided") || refusal.is("pregnancy-ended")) {
            return "fixed";
        }
        throw refusal;
    }

    private VisitReport report(AdditionForm form, Visit earlier, Correction correction) {
        return new VisitReport(
                form.requestId(),
                form.basedOn(),
                moment(form),
                earlier.type(),
                Map.of(),
                List.of(),
                Set.of(),
                correction.inError() ? null : form.note().strip(),
                null,
                null,
                correction);
    }

    private ZonedDateTime moment(AdditionForm form) {
        var zone = settings.timeZone();
        return PageMoment.of(form.madeAt(), zone)
                .orElseGet(() -> PageMoment.on(LocalDate.ofInstant(clock.instant(), zone), form.madeAt(), zone));
    }

    /** An addition is struck out like a visit, but nothing is added to it: that goes to the visit itself. */
    private static Visit visit(MotherRecord record, String id, String what) {
        return record.validVisits().stream()
                .filter(visit -> visit.id().equals(id))
                .filter(visit -> record.pregnancy().isPresent())
                .filter(visit -> what.equals("strike") || !visit.addition())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String version(MotherRecord record) {
        return record.pregnancy().map(Pregnancy::version).orElse("");
    }

    private String show(Model page, String portal, String what, MotherRecord record, Visit visit) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute("visit", visit);
        page.addAttribute("shownFindings", VisitFields.SHOWN);
        return "care/" + what;
    }
}
