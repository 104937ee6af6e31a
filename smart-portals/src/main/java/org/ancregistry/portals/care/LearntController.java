package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/**
 * An allergy or an illness of which somebody learns after her registration. It is written as an addition to her newest visit,
 * and whoever wrote it wrongly strikes that out.
 */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/learnt")
class LearntController {

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    LearntController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        page.addAttribute("form", LearntForm.empty(pregnancy(record).version(), PageMoment.text(clock.instant())));
        return show(page, portal, record);
    }

    @PostMapping
    String add(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") LearntForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        form.check(!record.allergies().isEmpty(), errors);
        if (errors.hasErrors()) {
            return show(page, portal, record);
        }
        try {
            records.record(request, id, report(form, lastVisit(record)));
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            page.addAttribute("conflict", true);
            page.addAttribute("form", form.basedOn(pregnancy(record).version()));
            return show(page, portal, record);
        }
        after.addFlashAttribute("learnt", true);
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }

    private VisitReport report(LearntForm form, Visit visit) {
        return new VisitReport(
                form.requestId(),
                form.basedOn(),
                PageMoment.of(form.madeAt(), settings.timeZone())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                visit.type(),
                form.answers(),
                List.of(),
                Set.of(),
                null,
                null,
                null,
                Correction.adding(visit.reference(), "Learnt later"));
    }

    private static Pregnancy pregnancy(MotherRecord record) {
        return record.pregnancy().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The first of her visits is her registration: there is always one. */
    private static Visit lastVisit(MotherRecord record) {
        return record.meetings().stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute("allergyCodes", LearntForm.allergyCodes(record));
        page.addAttribute("illnessNames", LearntForm.illnessNames(record));
        return "care/learnt";
    }
}
