package org.ancregistry.portals.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.typed.TypedForm;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Leads to the sign-in page, in the language that was asked for with the page that somebody wanted: the choice is not made
 * a second time. Who was away until her session ended is told so, and what she typed waits for her; where a woman's words could not be
 * kept, she comes back to their page.
 */
final class SignInFirst extends LoginUrlAuthenticationEntryPoint implements AccessDeniedHandler {

    private static final String PAGE = "/sign-in";

    private final HerBrowser browser;
    private final AccessDeniedHandler refusals = new AccessDeniedHandlerImpl();

    SignInFirst(HerBrowser browser) {
        super(PAGE);
        setFavorRelativeUris(true);
        this.browser = browser;
    }

    /** A form whose session ended comes without the token of that session: its sender is not refused, but signed out. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        var nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody
                && refusal instanceof CsrfException
                && Portal.ofPath(request.getServletPath()).isPresent()) {
            commence(request, response, new InsufficientAuthenticationException("The session has ended.", refusal));
        } else {
            refusals.handle(request, response, refusal);
        }
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var language = request.getParameter("lang");
        var address = language != null && language.matches("[a-z]{2}") ? PAGE + "?lang=" + language : PAGE;
        var problem = problem(request);
        return problem.isEmpty() ? address : address + (address.equals(PAGE) ? "?" : "&") + "problem=" + problem;
    }

    private String problem(HttpServletRequest request) {
        if (browser.keeps(request)) {
            return "kept";
        }
        if (request.getRequestedSessionId() == null || request.isRequestedSessionIdValid()) {
            return "";
        }
        var hers = TypedForm.of(request)
                .filter(form -> Portal.ofPath(request.getServletPath()).equals(Optional.of(Portal.MOTHER)));
        hers.ifPresent(form -> Sessions.comeBackTo(form.address(), request));
        return hers.isPresent() ? "lost" : "away";
    }
}
