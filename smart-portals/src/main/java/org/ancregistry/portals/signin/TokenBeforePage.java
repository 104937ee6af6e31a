package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Fetches or refreshes the portal's token before a page is made, while nothing can be lost by going away for it. */
final class TokenBeforePage implements HandlerInterceptor {

    private final AccessTokens tokens;

    TokenBeforePage(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET")) {
            tokens.current(request);
        }
        return true;
    }
}
