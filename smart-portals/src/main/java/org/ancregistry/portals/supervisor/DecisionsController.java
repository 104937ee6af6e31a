package org.ancregistry.portals.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.Comparison;
import org.ancregistry.portals.registry.DecisionCase;
import org.ancregistry.portals.registry.Decisions;
import org.ancregistry.portals.registry.Decisions.Decision;
import org.ancregistry.portals.registry.PastCare;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supervisor's queue: the mothers about whom a midwife was not sure, each beside the records that may be hers. */
@Controller
@RequestMapping("/midwife/decisions")
class DecisionsController {

    private static final String QUEUE = "redirect:/midwife/decisions";
    private static final String DECIDE = "supervisor/decide";
    private static final int A_PAGE = 20;
    private static final Set<String> MEANWHILE = Set.of("version-conflict", "already-decided");

    private static final String WHY_NOT = "decide.problem";

    /** Refusals that have words of their own. */
    private static final Set<String> EXPLAINED = Set.of(
            "phn-bound-to-another",
            "phn-already-held",
            "phn-retired",
            "phn-malformed",
            "phn-not-applicable",
            "phn-directory-unavailable",
            "subject-already-registered");

    private final Decisions decisions;
    private final PastCare past;

    DecisionsController(Decisions decisions, PastCare past) {
        this.decisions = decisions;
        this.past = past;
    }

    @GetMapping
    String queue(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        var number = Math.min(Math.max(page, 1), 500);
        var found = decisions.open(request, (number - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("open", found.subList(0, Math.min(found.size(), A_PAGE)));
        model.addAttribute("number", number);
        model.addAttribute("more", found.size() > A_PAGE);
        return "supervisor/queue";
    }

    @GetMapping("/{id:[A-Za-z0-9.-]{1,64}}")
    String look(@PathVariable String id, HttpServletRequest request, Model model) {
        var match = decisions.look(request, id);
        var form =
                new DecisionForm(null, null, match.version(), UUID.randomUUID().toString());
        return show(id, match, form, request, model);
    }

    @PostMapping("/{id:[A-Za-z0-9.-]{1,64}}")
    String decide(
            @PathVariable String id,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) {
            return show(id, decisions.look(request, id), form, request, model);
        }
        try {
            var decided = decisions.decide(request, id, form.chosen());
            next.addFlashAttribute(
                    "decided", decided.decision() == null ? form.chosen().code() : decided.decision());
            next.addFlashAttribute("decidedTask", id);
            return QUEUE;
        } catch (RegistryRefusal refusal) {
            return refused(id, refusal, form, errors, request, model);
        }
    }

    private String refused(
            String id,
            RegistryRefusal refusal,
            DecisionForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        if (MEANWHILE.contains(refusal.code())) {
            model.addAttribute("task", id);
            return "supervisor/meanwhile";
        }
        if (refusal.status() == 404 || refusal.status() == 403) {
            throw refusal;
        }
        errors.rejectValue("decision", EXPLAINED.contains(refusal.code()) ? WHY_NOT + "." + refusal.code() : WHY_NOT);
        return show(id, decisions.look(request, id), form.again(), request, model);
    }

    private String show(String id, DecisionCase match, DecisionForm form, HttpServletRequest request, Model model) {
        model.addAttribute(
                "past",
                past.of(
                        request,
                        Stream.concat(
                                Stream.of(match.patient()),
                                match.candidates().stream().map(Comparison.Candidate::patient))));
        model.addAttribute("task", id);
        model.addAttribute("match", match);
        model.addAttribute("form", form);
        return DECIDE;
    }

    /**
     * What the supervisor chose; nothing is chosen beforehand.
     *
     * @param decision a code, or {@code same-} and the id of the record that is hers, too
     */
    record DecisionForm(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String basedOn,
            @Nullable String requestId) {

        private static final String SAME = "same-";
        private static final Set<String> CODES = Set.of("phn-is-hers", "different", "later", "undo");

        void check(BindingResult errors) {
            var chosen = String.valueOf(decision);
            if (!CODES.contains(chosen) && !chosen.matches("same-[A-Za-z0-9.-]{1,64}")) {
                errors.rejectValue("decision", "decide.decision.missing");
            }
            if (reason == null || reason.isBlank()) {
                errors.rejectValue("reason", "decide.reason.missing");
            }
        }

        Decision chosen() {
            var chosen = String.valueOf(decision);
            var same = chosen.startsWith(SAME);
            return new Decision(
                    String.valueOf(requestId),
                    String.valueOf(basedOn),
                    same ? "same" : chosen,
                    same ? "Patient/" + chosen.substring(SAME.length()) : null,
                    String.valueOf(reason).strip());
        }

        /** The same for another attempt: what was refused may be decided otherwise. */
        DecisionForm again() {
            return new DecisionForm(decision, reason, basedOn, UUID.randomUUID().toString());
        }
    }
}
