package org.ancregistry.portals.midwife;

import java.util.HashMap;
import java.util.Map;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A pressure that cannot wait, in the middle of a registration: who to call, and the second reading. */
@Controller
@RequestMapping("/midwife/registrations/{id}/urgent")
class UrgentController {

    private static final Section MEASURED = Section.named("measured").orElseThrow();

    private final Steps steps;
    private final Drafts drafts;
    private final Review review;
    private final MeasuredPressure pressure;
    private final PortalSettings settings;

    UrgentController(Steps steps, Drafts drafts, Review review, MeasuredPressure pressure, PortalSettings settings) {
        this.steps = steps;
        this.drafts = drafts;
        this.review = review;
        this.pressure = pressure;
        this.settings = settings;
    }

    @GetMapping
    String show(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        return pressure.urgency(draft).any()
                ? show(draft, SectionForm.of(Section.AGAIN, draft), page)
                : Steps.to(draft, "history/measured");
    }

    @PostMapping
    String answer(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam Map<String, String> sent,
            Model page) {
        var draft = steps.open(id, midwife);
        return "look".equals(sent.get("urgent.step")) ? again(draft, sent, page) : on(draft, page);
    }

    private String again(Draft draft, Map<String, String> sent, Model page) {
        var form = SectionForm.of(Section.AGAIN, sent);
        var found = review.of(form, draft);
        if (found.errors().hasErrors()) {
            page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", found.errors());
            return show(draft, form, page);
        }
        var saved = drafts.save(pressure.seen(form.into(draft)));
        return pressure.urgency(saved).any() ? Steps.to(saved, "urgent") : on(saved, page);
    }

    /** Her pressure was looked at; whatever else of the section is wrong or rare is asked about now. */
    private String on(Draft draft, Model page) {
        var form = SectionForm.of(MEASURED, draft);
        var found = review.of(form, draft);
        var rare = found.rare().stream()
                .filter(field -> !Section.PRESSURES.contains(field))
                .toList();
        if (found.errors().hasErrors() || !rare.isEmpty()) {
            page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", found.errors());
            return HistoryController.show(draft, form, found.unusual(), page);
        }
        var right = new HashMap<String, String>();
        found.rare().forEach(field -> right.put(DraftAnswers.CONFIRMED + field, form.text(field)));
        return HistoryController.next(drafts.save(draft.with(right)), MEASURED);
    }

    private String show(Draft draft, SectionForm form, Model page) {
        page.addAttribute("draft", draft);
        page.addAttribute("form", form);
        page.addAttribute("urgency", pressure.urgency(draft));
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "midwife/urgent";
    }
}
