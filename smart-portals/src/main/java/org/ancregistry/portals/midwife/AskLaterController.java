package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.record.AskedAlone;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.registry.VisitReport.Correction;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What she is asked with nobody listening, on any day after her registration. It is added to her newest visit, and nothing
 * of what she said before is shown here.
 */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/private")
class AskLaterController {

    /** The questions of the registration, of which nothing is answered yet. */
    private static final Draft NOTHING = new Draft("", "", Map.of(), null, "", null, 0, Instant.EPOCH);

    private final Records records;
    private final Review review;
    private final PortalSettings settings;
    private final Clock clock;

    AskLaterController(Records records, Review review, PortalSettings settings, Clock clock) {
        this.records = records;
        this.review = review;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var record = asking(request, id, person);
        var form = SectionForm.of(Section.ASKED_ALONE, NOTHING);
        return show(portal, record, form, AskingForm.made(version(record), clock), page);
    }

    /** What is to be done, once, right after she said it. */
    @GetMapping("/kept")
    String kept(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var record = asking(request, id, person);
        if (page.containsAttribute("todo")) {
            AskedAlone.in(record).stream().findFirst().ifPresent(told -> page.addAttribute("told", told));
        }
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        return PrivateSectionController.leavable(page, "midwife/private-done");
    }

    @PostMapping
    String save(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = asking(request, id, person);
        var asking = AskingForm.sent(sent);
        var form = SectionForm.of(Section.ASKED_ALONE, sent);
        var errors = review.of(form, NOTHING).errors();
        if (!form.isEntered(Section.ASKED_ALONE.questions())) {
            errors.rejectValue("answers[ipv_enquiry]", "answers.ipv_enquiry.missing");
        }
        if (errors.hasErrors()) {
            page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
            return show(portal, record, form, asking, page);
        }
        var draft = form.into(NOTHING);
        try {
            records.record(request, id, report(asking, draft, lastVisit(record)));
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            page.addAttribute("conflict", true);
            return show(portal, record, form, asking.basedOn(version(record)), page);
        }
        var needs = PrivateAnswers.of(draft).needsSomething();
        after.addFlashAttribute(needs ? "todo" : "askedAlone", true);
        return "redirect:" + (needs ? "/%s/mothers/%s/private/kept".formatted(portal, id) : summary(portal, record));
    }

    private VisitReport report(AskingForm asking, Draft draft, Visit visit) {
        return new VisitReport(
                asking.requestId(),
                asking.basedOn(),
                asking.moment(settings.timeZone())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                visit.type(),
                new DraftAnswers(draft).answers(),
                List.of(),
                Set.of(),
                null,
                null,
                null,
                Correction.adding(visit.reference(), "Asked later"));
    }

    /** Those who read the answers ask; a pregnancy that is over is not written in any more. */
    private MotherRecord asking(HttpServletRequest request, String id, SignedInPerson person) {
        if (person.role() == Role.CLINIC_NURSE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var record = records.summary(request, id);
        lastVisit(record);
        version(record);
        return record;
    }

    private static String version(MotherRecord record) {
        return record.pregnancy()
                .map(Pregnancy::version)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Visit lastVisit(MotherRecord record) {
        return record.meetings().stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String summary(String portal, MotherRecord record) {
        return "/%s/mothers/%s/summary".formatted(portal, record.woman().id());
    }

    private static String show(String portal, MotherRecord record, SectionForm form, AskingForm asking, Model page) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("section", form.section());
        page.addAttribute("form", form);
        page.addAttribute("asking", asking);
        page.addAttribute("before", AskedAlone.in(record).stream().findFirst().orElse(null));
        return PrivateSectionController.leavable(page, "midwife/private-later");
    }
}
