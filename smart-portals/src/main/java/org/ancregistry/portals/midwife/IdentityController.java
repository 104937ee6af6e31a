package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.identitycheck.IdentityCheckLinks;
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

/** Step 2: the mother proves who she is, or it is written down why she does not. No care depends on it. */
@Controller
@RequestMapping("/midwife/registrations/{id}")
class IdentityController {

    private static final String PAGE = "midwife/identity";
    private static final List<String> REASONS = List.of("no-id", "no-phone", "refused", "provider-down", "other");
    private static final Set<String> PROBLEMS =
            Set.of("cancelled", "timeout", "refused", "failed", "unavailable", "already-registered", "expired");

    private final Steps steps;
    private final Drafts drafts;
    private final IdentityCheckLinks links;

    IdentityController(Steps steps, Drafts drafts, IdentityCheckLinks links) {
        this.steps = steps;
        this.drafts = drafts;
        this.links = links;
    }

    @GetMapping("/identity")
    String ask(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String patient,
            Model page) {
        var draft = steps.open(id, midwife);
        if (result.equals("verified") && draft.evidence() != null) {
            return Steps.to(draft, "compare");
        }
        page.addAttribute("draft", draft);
        page.addAttribute("problem", PROBLEMS.contains(result) ? result : result.isEmpty() ? null : "failed");
        page.addAttribute("record", patient.matches("Patient/[A-Za-z0-9.-]{1,64}") ? patient.substring(8) : null);
        page.addAttribute("form", new AgreedForm(null, draft.text(Steps.SPEAKS)));
        return PAGE;
    }

    @PostMapping("/identity")
    String agreed(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @Valid @ModelAttribute("form") AgreedForm form,
            BindingResult errors,
            Model page) {
        var draft = steps.open(id, midwife);
        if (errors.hasErrors()) {
            page.addAttribute("draft", draft);
            return PAGE;
        }
        return Steps.to(drafts.save(draft.with(Steps.SPEAKS, form.speaks())), "hand-over");
    }

    /** The phone goes to her. The way to eSignet is a link, because a form may not lead off the site. */
    @GetMapping("/hand-over")
    String handOver(
            @PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, HttpSession session, Model page) {
        var draft = steps.open(id, midwife);
        if (draft.entry(Steps.SPEAKS).isEmpty()) {
            return Steps.to(draft, "identity");
        }
        page.addAttribute("draft", draft);
        page.addAttribute("speaks", draft.text(Steps.SPEAKS));
        page.addAttribute("link", links.start(session, id, draft.text(Steps.SPEAKS)));
        return "midwife/hand-over";
    }

    @GetMapping("/unverified")
    String why(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @RequestParam(defaultValue = "") String reason,
            Model page) {
        var draft = steps.open(id, midwife);
        page.addAttribute("form", new UnverifiedForm(reason.isEmpty() ? draft.text(Steps.REASON) : reason));
        return unverified(draft, page);
    }

    @PostMapping("/unverified")
    String goOn(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @Valid @ModelAttribute("form") UnverifiedForm form,
            BindingResult errors,
            Model page) {
        var draft = steps.open(id, midwife);
        if (errors.hasErrors()) {
            return unverified(draft, page);
        }
        var changed = draft.with(Map.of(Steps.REASON, form.reason(), Steps.DECISION, "", Steps.MOVED, ""))
                .withoutEvidence();
        return Steps.to(drafts.save(changed), "history/details");
    }

    private static String unverified(Draft draft, Model page) {
        page.addAttribute("draft", draft);
        page.addAttribute("reasons", REASONS);
        return "midwife/unverified";
    }

    /**
     * What was read to her.
     *
     * @param read ticked when it was read to her and she agreed
     * @param speaks the language in which she reads eSignet's pages
     */
    record AgreedForm(
            @NotBlank(message = "{identity.read.missing}") @Nullable
            String read,

            @NotNull(message = "{identity.speaks.missing}")
            @Pattern(regexp = "si|ta|en", message = "{identity.speaks.missing}")
            String speaks) {}

    /** Why she goes on without proof. */
    record UnverifiedForm(
            @NotNull(message = "{unverified.reason.missing}")
            @Pattern(regexp = "no-id|no-phone|refused|provider-down|other", message = "{unverified.reason.missing}")
            String reason) {}
}
