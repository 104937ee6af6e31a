package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.registry.Comparison;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Step 3: is this the same woman? The registry compares, the midwife decides, and nothing is chosen beforehand. */
@Controller
@RequestMapping("/midwife/registrations/{id}/compare")
class CompareController {

    private final Steps steps;
    private final Drafts drafts;
    private final Comparing comparing;

    CompareController(Steps steps, Drafts drafts, Comparing comparing) {
        this.steps = steps;
        this.drafts = drafts;
        this.comparing = comparing;
    }

    @GetMapping
    String ask(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model page) {
        var draft = steps.open(id, midwife);
        page.addAttribute(
                "form",
                new DecisionForm(
                        draft.entries().get(Steps.DECISION), draft.entries().get(Steps.MOVED)));
        return show(draft, request, page);
    }

    @PostMapping
    String decide(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page) {
        var draft = steps.open(id, midwife);
        var seen = comparing.seen(draft, request);
        if (!seen.decisions().contains(String.valueOf(form.decision()))) {
            errors.rejectValue("decision", "compare.decision.missing");
            page.addAttribute("draft", draft);
            page.addAttribute("seen", seen);
            return "midwife/compare";
        }
        return Steps.to(drafts.save(form.into(draft, seen.found())), "history");
    }

    /** Another of her possible records is to be compared. */
    @PostMapping(params = "phn")
    String other(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, @RequestParam String phn) {
        var draft = steps.open(id, midwife);
        var number = Phn.parse(phn).map(Phn::value).orElse(draft.text(Steps.PHN));
        return Steps.to(
                drafts.save(draft.with(Map.of(Steps.PHN, number, Steps.DECISION, "", Steps.MOVED, ""))), "compare");
    }

    private String show(Draft draft, HttpServletRequest request, Model page) {
        if (draft.evidence() == null && draft.entry(Steps.REASON).isEmpty()) {
            return Steps.to(draft, "identity");
        }
        if (draft.evidence() != null && !comparing.identityHolds(draft)) {
            return Steps.to(draft, "identity?result=expired");
        }
        if (!comparing.identityKnown(draft)) {
            return Steps.to(draft, "history/details");
        }
        page.addAttribute("draft", draft);
        page.addAttribute("seen", comparing.seen(draft, request));
        return "midwife/compare";
    }

    /** The midwife's decision. */
    record DecisionForm(@Nullable String decision, @Nullable String moved) {

        /** Who gives her a new number has looked at these records, and none of them is hers. */
        Draft into(Draft draft, Comparison seen) {
            var apart =
                    seen.candidates().stream().map(Comparison.Candidate::name).collect(Collectors.joining(" "));
            var follows = "use-existing".equals(decision) && "yes".equals(moved);
            return draft.with(Map.of(
                    Steps.DECISION, String.valueOf(decision), Steps.MOVED, follows ? "yes" : "", Steps.APART, apart));
        }
    }
}
