package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.VerificationCase;
import org.ancregistry.portals.registry.Verifications;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** Is she the woman of this record? What she proves stands beside what was declared, and nothing is chosen beforehand. */
@Controller
@RequestMapping("/midwife/verifications/{id}/compare")
class VerifyCompareController {

    private static final String PAGE = "midwife/verify-compare";
    private static final Set<String> STALE =
            Set.of("evidence-expired", "evidence-unknown", "evidence-used", "evidence-not-yours");

    private final VerificationDrafts drafts;
    private final Verifications verifications;

    VerifyCompareController(VerificationDrafts drafts, Verifications verifications) {
        this.drafts = drafts;
        this.verifications = verifications;
    }

    @GetMapping
    String compare(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model page) {
        return show(proven(id, midwife), midwife, request, page);
    }

    @PostMapping
    String decide(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @ModelAttribute("form") VerifyForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        var begun = proven(id, midwife);
        form.check(errors);
        if (errors.hasErrors()) {
            return show(begun, midwife, request, page);
        }
        try {
            verifications.decide(request, proof(begun), form.chosen(begun));
            next.addFlashAttribute("verification", form.decision());
            return mother(begun);
        } catch (RegistryRefusal refusal) {
            return refused(begun, refusal, errors, midwife, request, next, page);
        }
    }

    private String refused(
            Verification begun,
            RegistryRefusal refusal,
            BindingResult errors,
            SignedInPerson midwife,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        switch (refusal.code()) {
            case "subject-already-registered" -> {
                next.addFlashAttribute("verification", "asked");
                return mother(begun);
            }
            case "already-verified" -> {
                return mother(begun);
            }
            case "identity-differs" -> errors.rejectValue("decision", "verify.decision.differs");
            case "version-conflict" -> errors.rejectValue("decision", "verify.decision.changed");
            case "parameter-invalid" -> errors.rejectValue("reason", "verify.reason.missing");
            default -> {
                return elsewhere(begun, refusal);
            }
        }
        return show(begun, midwife, request, page);
    }

    private static String elsewhere(Verification begun, RegistryRefusal refusal) {
        if (STALE.contains(refusal.code())) {
            return "redirect:/midwife/verifications/" + begun.id() + "?result=expired";
        }
        throw refusal;
    }

    private String show(Verification begun, SignedInPerson midwife, HttpServletRequest request, Model page) {
        VerificationCase seen;
        try {
            seen = verifications.look(request, proof(begun));
        } catch (RegistryRefusal refusal) {
            return refusal.is("already-verified") ? mother(begun) : elsewhere(begun, refusal);
        }
        page.addAttribute("verification", begun);
        page.addAttribute("seen", seen);
        page.addAttribute("asksReason", midwife.role() == Role.SUPERVISOR && seen.speaksAgainst());
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", new VerifyForm(null, null, seen.version()));
        }
        return PAGE;
    }

    private Verification proven(String id, SignedInPerson midwife) {
        return drafts.find(id, midwife.reference())
                .filter(begun -> begun.evidence() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Verifications.Proof proof(Verification begun) {
        return new Verifications.Proof(begun.patient(), begun.id(), String.valueOf(begun.evidence()));
    }

    private static String mother(Verification begun) {
        return "redirect:/midwife/mothers/" + begun.patient();
    }

    /**
     * The midwife's decision.
     *
     * @param basedOn version of her record that she saw
     */
    record VerifyForm(
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String basedOn) {

        void check(BindingResult errors) {
            if (decision == null || !Set.of("same", "different").contains(decision)) {
                errors.rejectValue("decision", "verify.decision.missing");
            }
        }

        Verifications.Decision chosen(Verification begun) {
            var why = reason == null || reason.isBlank() ? null : reason.strip();
            var differently = "different".equals(decision) ? "-different" : "";
            return new Verifications.Decision(
                    begun.requestId() + differently, String.valueOf(basedOn), String.valueOf(decision), why);
        }
    }
}
