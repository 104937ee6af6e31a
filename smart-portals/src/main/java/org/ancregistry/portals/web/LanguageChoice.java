package org.ancregistry.portals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Follows {@code ?lang=}; a language that no page is written in is overlooked, as is one somebody put in the cookie. With
 * {@code ?paper=} this one page is in another language: who prints it for somebody else stays in her own.
 */
final class LanguageChoice implements HandlerInterceptor {

    private final LocaleResolver resolver;

    LanguageChoice(LocaleResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var kept = resolver.resolveLocale(request);
        var chosen = Languages.of(request.getParameter("lang"));
        if (chosen.isPresent()) {
            resolver.setLocale(request, response, chosen.get());
        } else if (Languages.of(kept.getLanguage()).isEmpty()) {
            resolver.setLocale(request, response, Languages.ENGLISH);
        }
        Languages.of(request.getParameter("paper"))
                .ifPresent(once -> request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, once));
        return true;
    }
}
