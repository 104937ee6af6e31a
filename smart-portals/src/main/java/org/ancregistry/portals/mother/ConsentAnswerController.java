package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.portals.record.SpokenConsent;
import org.ancregistry.portals.registry.OwnConsents;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.OwnSignIns;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Puts to a woman, when she signs in herself, what a midwife heard her say about her record. Her own sign-in proves the
 * answer; nothing is chosen beforehand, and her care does not depend on it.
 */
@Controller
@RequestMapping("/mother/consent")
class ConsentAnswerController {

    private static final String PAGE = "mother/consent";
    private static final String HOME = "redirect:/mother";
    private static final String LATER = "anc.consent-later";
    private static final Set<String> STALE =
            Set.of("evidence-expired", "evidence-unknown", "evidence-used", "evidence-not-yours");

    private final Records records;
    private final OwnConsents consents;
    private final OwnSignIns signIns;

    ConsentAnswerController(Records records, OwnConsents consents, OwnSignIns signIns) {
        this.records = records;
        this.consents = consents;
        this.signIns = signIns;
    }

    /** Whether she put the question off in this session. */
    static boolean isPutOff(HttpSession session) {
        return session.getAttribute(LATER) != null;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var spoken = spoken(her, request);
        if (spoken == null) {
            return HOME;
        }
        page.addAttribute("form", new AnswerForm(null, UUID.randomUUID().toString()));
        page.addAttribute("spoken", spoken);
        return PAGE;
    }

    @PostMapping
    String answer(
            @AuthenticationPrincipal SignedInPerson her,
            @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        if (form.permit() == null || !Set.of("yes", "no").contains(form.permit())) {
            errors.rejectValue("permit", "myConsent.permit.missing");
            return again(her, request, page);
        }
        var proof = signIns.of(request.getSession());
        if (proof.isEmpty()) {
            return stale(her, request, page);
        }
        try {
            consents.answer(request, id(her), form.saying(proof.get()));
            next.addFlashAttribute("answered", form.permit());
            return HOME;
        } catch (RegistryRefusal refusal) {
            if (STALE.contains(refusal.code())) {
                return stale(her, request, page);
            }
            if (refusal.is("already-decided")) {
                return HOME;
            }
            throw refusal;
        }
    }

    /** It is asked again the next time that she signs in. */
    @PostMapping("/later")
    String later(HttpSession session) {
        session.setAttribute(LATER, true);
        return HOME;
    }

    private String stale(SignedInPerson her, HttpServletRequest request, Model page) {
        page.addAttribute("stale", true);
        return again(her, request, page);
    }

    private String again(SignedInPerson her, HttpServletRequest request, Model page) {
        page.addAttribute("spoken", spoken(her, request));
        return PAGE;
    }

    private @Nullable SpokenConsent spoken(SignedInPerson her, HttpServletRequest request) {
        return records.summary(request, id(her)).spokenConsent().orElse(null);
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }

    /**
     * What she says.
     *
     * @param permit yes or no
     */
    record AnswerForm(@Nullable String permit, @Nullable String requestId) {

        OwnConsents.Answer saying(OwnSignIns.Proof proof) {
            return new OwnConsents.Answer(
                    String.valueOf(requestId), "yes".equals(permit), proof.evidence(), proof.draft());
        }
    }
}
