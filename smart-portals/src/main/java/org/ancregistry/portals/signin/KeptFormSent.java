package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.portals.typed.TypedForm;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** A form that was kept over a sign-in has arrived: it is kept no longer. */
final class KeptFormSent implements HandlerInterceptor {

    private final HerBrowser browser;

    KeptFormSent(HerBrowser browser) {
        this.browser = browser;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST")
                && request.getParameter(TypedForm.KEPT) != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            browser.used(signedIn.getPrincipal(), request);
        }
        return true;
    }
}
