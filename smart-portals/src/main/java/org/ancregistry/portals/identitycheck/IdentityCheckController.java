package org.ancregistry.portals.identitycheck;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.esignet.EsignetProvider;
import org.ancregistry.portals.esignet.EsignetProviders;
import org.ancregistry.portals.esignet.EsignetRefused;
import org.ancregistry.portals.esignet.EsignetUnavailable;
import org.ancregistry.portals.esignet.OneTimeNotes;
import org.ancregistry.portals.esignet.PendingSignIn;
import org.ancregistry.portals.esignet.Purpose;
import org.ancregistry.portals.esignet.Return;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A mother's own sign-in at eSignet, begun from her midwife's session in the same window. It never signs the mother in
 * here: it only leaves evidence in the midwife's draft.
 */
@Controller
final class IdentityCheckController {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityCheckController.class);

    private final EsignetProviders providers;
    private final EvidenceKeeper keeper;
    private final SessionCheckLinks links;
    private final Installation installation;
    private final OneTimeNotes<CheckOf> away = new OneTimeNotes<>("anc.identity-checks", CheckOf.class);

    IdentityCheckController(
            EsignetProviders providers, EvidenceKeeper keeper, SessionCheckLinks links, Installation installation) {
        this.providers = providers;
        this.keeper = keeper;
        this.links = links;
        this.installation = installation;
    }

    /** For pages that end in a form: it answers with a page that holds the link, since a form must not leave the site. */
    @PostMapping("/identity-checks")
    String prepare(
            @RequestParam String draft, @RequestParam String lang, @AuthenticationPrincipal SignedInPerson midwife) {
        requireHers(draft, midwife);
        return "redirect:"
                + UriComponentsBuilder.fromPath("/identity-checks/ready")
                        .queryParam("draft", "{draft}")
                        .queryParam("for", "{language}")
                        .encode()
                        .buildAndExpand(draft, lang)
                        .toUriString();
    }

    @GetMapping("/identity-checks/ready")
    String ready(
            @RequestParam String draft,
            @RequestParam("for") String language,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpSession session,
            Model model) {
        requireHers(draft, midwife);
        model.addAttribute("link", links.start(session, draft, language));
        model.addAttribute("back", page(draft, midwife.reference()));
        return "signin/ready";
    }

    private void requireHers(String draft, SignedInPerson midwife) {
        if (keeper.of(draft, midwife.reference()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/identity-checks/start")
    String start(
            @RequestParam String draft,
            @RequestParam String token,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpSession session) {
        requireHers(draft, midwife);
        var check = links.take(session, token).filter(known -> known.draft().equals(draft));
        var page = page(draft, midwife.reference());
        return check.isEmpty() ? "redirect:" + page : leave(check.get(), page, session);
    }

    private String leave(CheckOf check, String page, HttpSession session) {
        var esignet = providers.first();
        if (esignet.isEmpty()) {
            return end(page, CheckResult.UNAVAILABLE, null);
        }
        try {
            var callback = installation.at("/identity-checks/callback");
            var departure = esignet.get().depart(Purpose.IDENTITY_CHECK, callback, check.language());
            away.keep(session, departure.pending().state(), check.leaving(departure.pending()));
            return "redirect:" + departure.location();
        } catch (EsignetUnavailable e) {
            LOG.warn("An identity check cannot start", e);
            return end(page, CheckResult.UNAVAILABLE, null);
        }
    }

    @GetMapping("/identity-checks/callback")
    String comeBack(HttpServletRequest request, @AuthenticationPrincipal SignedInPerson midwife) {
        var back = Return.of(request);
        var check = away.take(request.getSession(), back.state());
        var pending = check.map(CheckOf::pending);
        if (check.isEmpty() || pending.isEmpty()) {
            return "redirect:/midwife";
        }
        var draft = check.get().draft();
        var page = page(draft, midwife.reference());
        LOG.info("Identity check of draft {}: {}", draft, back.ending());
        return switch (back.ending()) {
            case CODE -> finish(draft, page, pending.get(), back, midwife.reference());
            case CANCELLED -> end(page, CheckResult.CANCELLED, null);
            case REFUSED -> end(page, CheckResult.REFUSED, null);
            case TIMEOUT -> end(page, CheckResult.TIMEOUT, null);
            case FAILED -> end(page, CheckResult.FAILED, null);
        };
    }

    private String finish(String draft, String page, PendingSignIn pending, Return back, String midwife) {
        try {
            var identity = provider(pending).identified(pending, back);
            if (!keeper.keep(identity, draft, midwife)) {
                return end(page, CheckResult.FAILED, null);
            }
            var registered = keeper.registered(identity).orElse(null);
            return end(page, registered == null ? CheckResult.VERIFIED : CheckResult.ALREADY_REGISTERED, registered);
        } catch (EsignetRefused e) {
            LOG.warn("An identity check at {} was refused: {}", pending.provider(), e.reason());
            return end(page, CheckResult.FAILED, null);
        } catch (EsignetUnavailable e) {
            LOG.warn("An identity check at {} cannot be finished", pending.provider(), e);
            return end(page, CheckResult.UNAVAILABLE, null);
        }
    }

    private EsignetProvider provider(PendingSignIn pending) {
        return providers.of(pending.provider()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String end(String page, CheckResult result, @Nullable String patient) {
        return "redirect:"
                + UriComponentsBuilder.fromPath(page)
                        .queryParam("result", result.code())
                        .queryParamIfPresent("patient", Optional.ofNullable(patient))
                        .toUriString();
    }

    /** The page that waits for the outcome; her first page when the draft is done or gone meanwhile. */
    private String page(String draft, String midwife) {
        return keeper.of(draft, midwife).map(kind -> kind.page(draft)).orElse("/midwife");
    }
}
