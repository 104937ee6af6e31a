package org.ancregistry.portals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The languages that a page can be read in. The choice is made by {@code ?lang=} and kept in a cookie; before a choice
 * the browser's own list decides, then on her own pages what a woman's record says; English is the last resort.
 */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SINHALA = Locale.forLanguageTag("si");
    public static final Locale TAMIL = Locale.forLanguageTag("ta");

    /** In the order in which the pages offer them. */
    public static final List<Language> ALL =
            List.of(new Language(SINHALA, "සිංහල"), new Language(TAMIL, "தமிழ்"), new Language(ENGLISH, "English"));

    private static final String COOKIE = "lang";

    private Languages() {}

    /** The language of that tag, if pages exist in it. */
    public static Optional<Locale> of(@Nullable String tag) {
        return ALL.stream()
                .map(Language::locale)
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst();
    }

    /** What the language of that tag is called in its own script, if pages exist in it. */
    public static Optional<String> name(@Nullable String tag) {
        return ALL.stream()
                .filter(language -> language.tag().equals(tag))
                .map(Language::name)
                .findFirst();
    }

    /** Whether somebody chose the language of this browser's pages, on them or as the phone's own where that is not English. */
    public static boolean isChosen(HttpServletRequest request) {
        return WebUtils.getCookie(request, COOKIE) != null
                || of(request.getParameter(COOKIE)).isPresent()
                || !asked(request).equals(ENGLISH);
    }

    static CookieLocaleResolver resolver() {
        var resolver = new CookieLocaleResolver(COOKIE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::asked);
        return resolver;
    }

    private static Locale asked(HttpServletRequest request) {
        var wanted = request.getHeader("Accept-Language") == null
                ? List.<Locale>of()
                : java.util.Collections.list(request.getLocales());
        return wanted.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    /**
     * A language under its own name.
     *
     * @param name in its own script
     */
    public record Language(Locale locale, String name) {

        public String tag() {
            return locale.getLanguage();
        }
    }
}
