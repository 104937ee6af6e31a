package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.authorization.Portal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Begins and ends sessions. Signing in ends the session that was there, with all it held, and begins another: nobody can
 * know its id beforehand, and nothing of the person before is left in it.
 */
final class Sessions {

    static final Duration STAFF_IDLE = Duration.ofMinutes(15);
    static final Duration MOTHER_IDLE = Duration.ofMinutes(10);
    private static final String BACK = "anc.come-back-to";
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final SecurityContextRepository contexts;
    private final RequestCache requests;
    private final TokenRevocation revocation;
    private final HerBrowser browser;

    Sessions(
            SecurityContextRepository contexts, RequestCache requests, TokenRevocation revocation, HerBrowser browser) {
        this.contexts = contexts;
        this.requests = requests;
        this.revocation = revocation;
        this.browser = browser;
    }

    /** Where she goes on once she is signed in: a page whose form was sent and not kept. */
    static void comeBackTo(String path, HttpServletRequest request) {
        request.getSession().setAttribute(BACK, path);
    }

    /**
     * Begins the session of a signed-in person.
     *
     * @return the path on our site where she goes on
     */
    String begin(SignedInPerson person, HttpServletRequest request, HttpServletResponse response) {
        var wanted = requests.getRequest(request, response);
        var back = request.getSession().getAttribute(BACK) instanceof String path ? path : null;
        revocation.logout(request, response, null);
        request.getSession().invalidate();
        var idle = person.role() == Role.MOTHER ? MOTHER_IDLE : STAFF_IDLE;
        request.getSession(true).setMaxInactiveInterval((int) idle.toSeconds());
        var context = new SecurityContextImpl(new SignedIn(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        LOG.info("{} signed in as {}", person.reference(), person.role().code());
        return browser.begin(person, request, response)
                .orElseGet(() -> back != null && wanted == null ? back : pathOf(wanted, person));
    }

    /** Only the path and query of what was asked for: never another host. */
    private static String pathOf(@Nullable SavedRequest wanted, SignedInPerson person) {
        var home = Portal.homeOf(person.role());
        if (wanted == null) {
            return home;
        }
        var address = URI.create(wanted.getRedirectUrl());
        var path = address.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return home;
        }
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
