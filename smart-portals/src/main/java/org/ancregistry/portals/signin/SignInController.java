package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.esignet.EsignetProvider;
import org.ancregistry.portals.esignet.EsignetProviders;
import org.ancregistry.portals.esignet.EsignetRefused;
import org.ancregistry.portals.esignet.EsignetUnavailable;
import org.ancregistry.portals.esignet.OneTimeNotes;
import org.ancregistry.portals.esignet.PendingSignIn;
import org.ancregistry.portals.esignet.Purpose;
import org.ancregistry.portals.esignet.Return;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The way through eSignet into a session. It starts with a link, because a form must not lead off the site. */
@Controller
final class SignInController {

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
    private static final String PAGE = "redirect:/sign-in?problem=";
    private static final Set<String> PROBLEMS = Set.of(
            "cancelled", "refused", "timeout", "failed", "unavailable", "expired", "no-role", "away", "kept", "lost");

    private final EsignetProviders providers;
    private final Accounts accounts;
    private final Sessions sessions;
    private final KeptSignIns ownSignIns;
    private final Installation installation;
    private final OneTimeNotes<PendingSignIn> pending = new OneTimeNotes<>("anc.sign-ins", PendingSignIn.class);

    SignInController(
            EsignetProviders providers,
            Accounts accounts,
            Sessions sessions,
            KeptSignIns ownSignIns,
            Installation installation) {
        this.providers = providers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.ownSignIns = ownSignIns;
        this.installation = installation;
    }

    /** A button of the page. */
    record Button(String provider, String name) {}

    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String problem, Locale locale, Model model) {
        model.addAttribute(
                "buttons",
                providers.all().stream()
                        .map(provider -> new Button(provider.id(), provider.name(locale.getLanguage())))
                        .toList());
        model.addAttribute("problem", problem != null && PROBLEMS.contains(problem) ? problem : null);
        return "signin/sign-in";
    }

    /** In one press, where there is only one way; else she chooses. */
    @GetMapping("/sign-in/esignet")
    String leave() {
        var all = providers.all();
        return all.size() == 1
                ? "redirect:/sign-in/esignet/" + all.iterator().next().id()
                : "redirect:/sign-in";
    }

    @GetMapping("/sign-in/esignet/{provider}")
    String leave(@PathVariable String provider, Locale locale, HttpSession session) {
        var esignet = provider(provider);
        try {
            var departure = esignet.depart(Purpose.SIGN_IN, installation.at("/sign-in/callback"), locale.getLanguage());
            pending.keep(session, departure.pending().state(), departure.pending());
            return "redirect:" + departure.location();
        } catch (EsignetUnavailable e) {
            LOG.warn("Sign-in at {} cannot start", provider, e);
            return PAGE + "unavailable";
        }
    }

    private EsignetProvider provider(String id) {
        return providers.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/sign-in/callback")
    String comeBack(HttpServletRequest request, HttpServletResponse response) {
        var back = Return.of(request);
        var left =
                Optional.ofNullable(request.getSession(false)).flatMap(session -> pending.take(session, back.state()));
        if (left.isEmpty()) {
            return PAGE + "expired";
        }
        return switch (back.ending()) {
            case CODE -> enter(left.get(), back, request, response);
            case CANCELLED, REFUSED -> PAGE + "cancelled";
            case TIMEOUT -> PAGE + "timeout";
            case FAILED -> PAGE + "failed";
        };
    }

    private String enter(PendingSignIn left, Return back, HttpServletRequest request, HttpServletResponse response) {
        try {
            var signIn = provider(left.provider()).signedIn(left, back);
            var subject = signIn.subject();
            var person = accounts.behind(subject);
            if (person.isPresent()) {
                var next = sessions.begin(person.get(), request, response);
                ownSignIns.keep(signIn, person.get(), request.getSession());
                return "redirect:" + next;
            }
            if (accounts.isLinked(subject)) {
                return PAGE + "no-role";
            }
            request.getSession().setAttribute(Unlinked.ATTRIBUTE, Unlinked.of(subject));
            return "redirect:/sign-in/link";
        } catch (EsignetRefused e) {
            LOG.warn("Sign-in at {} refused: {}", left.provider(), e.reason());
            return PAGE + "failed";
        } catch (EsignetUnavailable e) {
            LOG.warn("Sign-in at {} cannot be finished", left.provider(), e);
            return PAGE + "unavailable";
        }
    }

    /** Where a portal's token arrives when no page waits for it any more. */
    @GetMapping("/portals/callback/{portal}")
    String arrive(@PathVariable String portal, @RequestParam(required = false) @Nullable String error) {
        var home = Portal.ofPath("/" + portal).map(known -> "/" + known.path()).orElse("/");
        return error == null ? "redirect:" + home : PAGE + "failed";
    }
}
