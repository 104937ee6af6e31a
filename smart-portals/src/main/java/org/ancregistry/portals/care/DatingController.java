package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.pregnancy.Dating;
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
 * A scan report dates a pregnancy of which nobody knew how far it is, or dates it anew. The due date that follows is shown
 * before it is saved, as an addition to her newest visit.
 */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/dating")
class DatingController {

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    DatingController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        page.addAttribute("form", DatingForm.empty(pregnancy(record).version(), PageMoment.text(clock.instant())));
        return show(page, portal, record);
    }

    @PostMapping
    String date(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") DatingForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var pregnancy = pregnancy(record);
        var found = form.dating(today(), errors);
        if (found.isEmpty()) {
            return show(page, portal, record);
        }
        var dating = found.get();
        if (!form.wasShown(dating)) {
            page.addAttribute("form", form.showing(dating));
            page.addAttribute("computed", dating);
            page.addAttribute("computedWeeks", dating.ageOn(today()).orElseThrow());
            return show(page, portal, record);
        }
        try {
            records.record(request, id, report(form, dating, lastVisit(record)));
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            page.addAttribute("conflict", true);
            page.addAttribute("form", form.basedOn(pregnancy.version()));
            return show(page, portal, record);
        }
        after.addFlashAttribute("dated", true);
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }

    private VisitReport report(DatingForm form, Dating dating, Visit visit) {
        var zone = settings.timeZone();
        return new VisitReport(
                form.requestId(),
                form.basedOn(),
                PageMoment.of(form.madeAt(), zone)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                visit.type(),
                answers(form, dating),
                List.of(),
                Set.of(),
                null,
                null,
                null,
                Correction.adding(visit.reference(), "Dated by a scan"));
    }

    private static Map<String, Answer> answers(DatingForm form, Dating dating) {
        var answers = new LinkedHashMap<String, Answer>();
        answers.put("ultrasound_edd", new Answer.Dated(dating.edd()));
        form.scanned().date().ifPresent(day -> answers.put("ultrasound_date", new Answer.Dated(day)));
        return answers;
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private String show(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        return "care/dating";
    }
}
