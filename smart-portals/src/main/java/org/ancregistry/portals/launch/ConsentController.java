package org.ancregistry.portals.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.authorization.Consents;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.registry.Mother;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.RegistryDown;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PageHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Asks a person what an app may do. Each permission has a box of its own; what she clears is not given, whatever she agreed
 * to at another time. Her answer goes to the authorization server itself.
 */
@Controller
class ConsentController {

    private final Consents consents;
    private final Apps apps;
    private final Mothers mothers;

    ConsentController(Consents consents, Apps apps, Mothers mothers) {
        this.mothers = mothers;
        this.consents = consents;
        this.apps = apps;
    }

    @GetMapping("/apps/consent")
    String ask(
            @RequestParam String state,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var asked = consents.asked(state, person.reference());
        var app = asked == null ? null : apps.of(asked.clientId()).orElse(null);
        if (asked == null || app == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (asked.needsPick()) {
            return "redirect:" + Portal.homeOf(person.role()) + "/apps/patient?state=" + state;
        }
        letTheAnswerGoTo(asked.redirectUri(), response);
        show(page, app, asked, state);
        tellWhose(page, asked.patient(), person, request);
        return "apps/consent";
    }

    private static void show(Model page, App app, Consents.Asked asked, String state) {
        page.addAttribute("app", app);
        page.addAttribute("site", URI.create(asked.redirectUri()).getAuthority());
        page.addAttribute("state", state);
        page.addAttribute("permissions", Permission.of(asked.scopes()));
        page.addAttribute("silent", Permission.silent(asked.scopes()));
    }

    /** Whose record the app would get: a wrong pick is noticed here or nowhere. */
    private void tellWhose(Model page, @Nullable String patient, SignedInPerson person, HttpServletRequest request) {
        if (patient == null) {
            return;
        }
        page.addAttribute("about", patient);
        page.addAttribute("own", patient.equals(person.reference()));
        if (!patient.equals(person.reference())) {
            page.addAttribute("mother", mother(patient.substring(patient.indexOf('/') + 1), request));
        }
    }

    /** Null when the registry does not say: the page then says so, and she may still refuse. */
    private @Nullable Mother mother(String id, HttpServletRequest request) {
        try {
            return mothers.mother(request, id);
        } catch (RegistryDown | RegistryRefusal unread) {
            return null;
        }
    }

    /** A browser follows the answer to the app only where the page says that its form may lead there. */
    private static void letTheAnswerGoTo(String redirectUri, HttpServletResponse response) {
        var address = URI.create(redirectUri);
        var target = address.getScheme().startsWith("http")
                ? address.getScheme() + "://" + address.getRawAuthority()
                : address.getScheme() + ":";
        response.setHeader(
                "Content-Security-Policy",
                PageHeaders.CONTENT_SECURITY_POLICY.replace("form-action 'self'", "form-action 'self' " + target));
    }
}
