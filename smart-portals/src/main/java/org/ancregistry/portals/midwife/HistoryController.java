package org.ancregistry.portals.midwife;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ancregistry.portals.signin.SignedInPerson;
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

/**
 * Step 4: pregnancy and history, in sections that are saved one by one. "Finish later" keeps what was typed, right or
 * wrong; going on asks to put right what cannot be, and asks once about what is unusual.
 */
@Controller
@RequestMapping("/midwife/registrations/{id}")
class HistoryController {

    private final Steps steps;
    private final Drafts drafts;
    private final Review review;
    private final MeasuredPressure pressure;
    private final DraftRisk risk;
    private final Who who;

    HistoryController(Steps steps, Drafts drafts, Review review, MeasuredPressure pressure, DraftRisk risk, Who who) {
        this.steps = steps;
        this.drafts = drafts;
        this.review = review;
        this.pressure = pressure;
        this.risk = risk;
        this.who = who;
    }

    /** Whoever comes back goes on where she left. */
    @GetMapping
    String again(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife) {
        var draft = steps.open(id, midwife);
        var step = Steps.first(draft);
        return Steps.to(draft, step.equals("history") && review.open(draft).isEmpty() ? "check" : step);
    }

    @GetMapping("/history")
    String tasks(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        page.addAttribute("draft", draft);
        page.addAttribute("tasks", review.tasks(draft));
        page.addAllAttributes(risk.dated(draft, review.today()));
        page.addAttribute("savedAt", draft.updatedAt());
        return "midwife/history";
    }

    @GetMapping("/history/{section}")
    String section(
            @PathVariable String id,
            @PathVariable String section,
            @AuthenticationPrincipal SignedInPerson midwife,
            Model page) {
        var draft = steps.open(id, midwife);
        page.addAttribute("raised", pressure.wantsSecond(draft));
        page.addAllAttributes(risk.dated(draft, review.today()));
        return show(draft, SectionForm.of(named(section), who.offered(draft)), List.of(), page);
    }

    @PostMapping("/history/{section}")
    String save(
            @PathVariable String id,
            @PathVariable String section,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam Map<String, String> sent,
            Model page) {
        var draft = steps.open(id, midwife);
        var form = SectionForm.of(named(section), sent);
        if (sent.containsKey("none")) {
            page.addAttribute("setToNo", true);
            return show(draft, form.withNo(), List.of(), page);
        }
        var found = review.of(form, draft);
        var typed = form.into(draft);
        if (!form.section().second().isEmpty() && pressure.interrupts(typed)) {
            return Steps.to(drafts.save(pressure.seen(typed)), "urgent");
        }
        if (sent.containsKey("later")) {
            drafts.save(typed);
            return "redirect:/midwife";
        }
        var asked = asked(found, form, typed);
        if (found.errors().hasErrors() || (!asked.isEmpty() && !seen(sent, asked))) {
            page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", found.errors());
            page.addAttribute("raised", pressure.wantsSecond(typed));
            page.addAllAttributes(risk.dated(typed, review.today()));
            return show(draft, form, asked, page);
        }
        return next(drafts.save(confirmed(form, found, draft)), form.section());
    }

    /** What is rare, and a second reading that the first one asks for. */
    private List<String> asked(SectionReview found, SectionForm form, Draft typed) {
        var second = !form.section().second().isEmpty() && pressure.wantsSecond(typed)
                ? Stream.of(review.words("answers.second.asked"))
                : Stream.<String>empty();
        return Stream.concat(found.unusual().stream(), second).toList();
    }

    /** Asked once: the same unusual values sent again are right. */
    private static boolean seen(Map<String, String> sent, List<String> asked) {
        return String.join(" | ", asked).equals(sent.get("seen"));
    }

    /** Keeps which rare value was looked at once more, so that another value is asked about again. */
    private static Draft confirmed(SectionForm form, SectionReview found, Draft draft) {
        var right = new HashMap<String, String>();
        found.rare().forEach(field -> right.put(DraftAnswers.CONFIRMED + field, form.text(field)));
        return form.into(draft).with(right);
    }

    static String next(Draft draft, Section section) {
        if (section.equals(Section.DETAILS)) {
            return Steps.to(draft, "compare");
        }
        var following = Section.HISTORY.indexOf(section) + 1;
        return following < Section.HISTORY.size()
                        && !Section.HISTORY.get(following).begun(draft)
                ? Steps.to(draft, "history/" + Section.HISTORY.get(following).name())
                : Steps.to(draft, "history");
    }

    static String show(Draft draft, SectionForm form, List<String> unusual, Model page) {
        page.addAttribute("draft", draft);
        page.addAttribute("section", form.section());
        page.addAttribute("form", form);
        page.addAttribute("unusual", unusual);
        page.addAttribute("seen", String.join(" | ", unusual));
        return "midwife/section";
    }

    private static Section named(String name) {
        return Section.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
