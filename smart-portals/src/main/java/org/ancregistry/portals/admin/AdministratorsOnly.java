package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only administrators past. */
final class AdministratorsOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null
                || !(signedIn.getPrincipal() instanceof SignedInPerson clerk)
                || clerk.role() != Role.ADMINISTRATOR) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return true;
    }
}
