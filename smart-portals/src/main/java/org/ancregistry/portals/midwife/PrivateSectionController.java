package org.ancregistry.portals.midwife;

import java.util.Map;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What she is asked with nobody listening. An address never shows what she said: only an answer to a button does, which the
 * browser's way back does not bring again. What is to be done is shown once, right after it was saved.
 */
@Controller
@RequestMapping("/midwife/registrations/{id}/history/private")
class PrivateSectionController {

    private static final String KEPT = "history/private/kept";

    private final Steps steps;
    private final Drafts drafts;
    private final Review review;

    PrivateSectionController(Steps steps, Drafts drafts, Review review) {
        this.steps = steps;
        this.drafts = drafts;
        this.review = review;
    }

    @GetMapping
    String ask(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        return Section.ASKED_ALONE.begun(draft)
                ? Steps.to(draft, KEPT)
                : show(draft, SectionForm.of(Section.ASKED_ALONE, draft), page);
    }

    /** That there are answers, and not which. */
    @GetMapping("/kept")
    String kept(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        page.addAttribute("draft", draft);
        page.addAttribute(
                "next", HistoryController.next(draft, Section.ASKED_ALONE).replace("redirect:", ""));
        if (page.containsAttribute("todo")) {
            page.addAttribute("told", PrivateAnswers.of(draft));
        }
        return leavable(page, "midwife/private-kept");
    }

    /** A press on purpose: shows what was saved, to be changed. */
    @PostMapping(params = "open")
    String open(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        return show(draft, SectionForm.of(Section.ASKED_ALONE, draft), page);
    }

    @PostMapping
    String save(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam Map<String, String> sent,
            Model page,
            RedirectAttributes after) {
        var draft = steps.open(id, midwife);
        var form = SectionForm.of(Section.ASKED_ALONE, sent);
        var found = review.of(form, draft);
        if (sent.containsKey("later")) {
            drafts.save(form.into(draft));
            return "redirect:/midwife";
        }
        if (found.errors().hasErrors()) {
            page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", found.errors());
            return show(draft, form, page);
        }
        var saved = drafts.save(form.into(draft));
        if (PrivateAnswers.of(saved).needsSomething()) {
            after.addFlashAttribute("todo", true);
            return Steps.to(saved, KEPT);
        }
        return HistoryController.next(saved, Section.ASKED_ALONE);
    }

    /** What was done about violence is known only after it was read what is to be done. */
    @PostMapping(params = "support")
    String supported(
            @PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, @RequestParam String support) {
        var draft = steps.open(id, midwife);
        if (!support.matches("yes|no") || !PrivateAnswers.of(draft).hurt()) {
            return HistoryController.next(draft, Section.ASKED_ALONE);
        }
        return HistoryController.next(drafts.save(draft.with(PrivateAnswers.SUPPORTED, support)), Section.ASKED_ALONE);
    }

    private static String show(Draft draft, SectionForm form, Model page) {
        page.addAttribute("draft", draft);
        page.addAttribute("section", form.section());
        page.addAttribute("form", form);
        return leavable(page, "midwife/private");
    }

    static String leavable(Model page, String template) {
        page.addAttribute("leave", "/leave/away");
        return template;
    }
}
