package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.Set;
import org.ancregistry.portals.identitycheck.IdentityCheckLinks;
import org.ancregistry.portals.midwife.IdentityController.AgreedForm;
import org.ancregistry.portals.registry.Mothers;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** She has her national ID with her now: the same words are read to her as at a registration, and the phone goes to her. */
@Controller
class VerifyController {

    private static final String MOTHER = "/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}/verify";
    private static final String PAGE = "midwife/verify";
    private static final Set<String> PROVEN = Set.of("verified", "already-registered");
    private static final Set<String> PROBLEMS =
            Set.of("cancelled", "timeout", "refused", "failed", "unavailable", "expired");

    private final Mothers mothers;
    private final VerificationDrafts drafts;
    private final IdentityCheckLinks links;

    VerifyController(Mothers mothers, VerificationDrafts drafts, IdentityCheckLinks links) {
        this.mothers = mothers;
        this.drafts = drafts;
        this.links = links;
    }

    @GetMapping(MOTHER)
    String ask(@PathVariable String id, HttpServletRequest request, Model page) {
        return show(id, new AgreedForm(null, ""), null, request, page);
    }

    @PostMapping(MOTHER)
    String agreed(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @Valid @ModelAttribute("form") AgreedForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page) {
        if (errors.hasErrors()) {
            return show(id, form, null, request, page);
        }
        var mother = mothers.mother(request, id);
        return "redirect:/midwife/verifications/" + drafts.begin(midwife.reference(), mother.id(), form.speaks())
                + "/hand-over";
    }

    private String show(String id, AgreedForm form, @Nullable String problem, HttpServletRequest request, Model page) {
        page.addAttribute("mother", mothers.mother(request, id));
        page.addAttribute("problem", problem);
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", form);
        }
        return PAGE;
    }

    /** The phone goes to her. */
    @GetMapping("/midwife/verifications/{id}/hand-over")
    String handOver(
            @PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, HttpSession session, Model page) {
        var begun = begun(id, midwife);
        page.addAttribute("verification", begun);
        page.addAttribute("link", links.start(session, id, begun.speaks()));
        return "midwife/verify-hand-over";
    }

    /** Where she comes back to. That she is known elsewhere is said beside the comparison. */
    @GetMapping("/midwife/verifications/{id}")
    String comeBack(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam(defaultValue = "") String result,
            HttpServletRequest request,
            Model page) {
        var begun = begun(id, midwife);
        if (PROVEN.contains(result) && begun.evidence() != null) {
            return "redirect:/midwife/verifications/" + id + "/compare";
        }
        var problem = PROBLEMS.contains(result) ? result : "failed";
        return show(begun.patient(), new AgreedForm(null, begun.speaks()), problem, request, page);
    }

    private Verification begun(String id, SignedInPerson midwife) {
        return drafts.find(id, midwife.reference())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
