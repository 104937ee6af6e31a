package org.ancregistry.portals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.phone.SharedPhone;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Puts into every page what the layout shows around its content: addresses of the style files, the wording of the
 * reader's language, links to the other languages, the help desk's phone, whose record it is, and the list of what is wrong with a form.
 */
final class PageFrame implements HandlerInterceptor {

    private final Assets assets;
    private final PortalSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    PageFrame(Assets assets, PortalSettings settings, MessageSource messages, Clock clock) {
        this.assets = assets;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Before anything can fail, so that a page about a failure has its frame too. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var locale = RequestContextUtils.getLocale(request);
        request.setAttribute("assets", assets.addresses());
        request.setAttribute("words", words(locale));
        request.setAttribute("spoken", new Spoken(messages));
        request.setAttribute("languages", LanguageLink.all(request, locale));
        request.setAttribute("sharedPhone", SharedPhone.is(request));
        request.setAttribute("helpPhone", settings.helpPhone());
        request.setAttribute("ambulancePhone", settings.ambulancePhone());
        request.setAttribute("violencePhone", settings.violencePhone());
        request.setAttribute("moodPhone", settings.moodPhone());
        person().ifPresent(person -> showPerson(person, request));
        return true;
    }

    /** A woman's page goes away by itself when her session is over: others may have the phone in their hands by then. */
    private static void showPerson(SignedInPerson person, HttpServletRequest request) {
        request.setAttribute("person", person);
        var session = request.getSession(false);
        if (person.role() == Role.MOTHER && session != null && session.getMaxInactiveInterval() > 0) {
            request.setAttribute("idleSeconds", session.getMaxInactiveInterval());
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || isRedirect(page)) {
            return;
        }
        if (page.getModel().get("record") instanceof Whose record) {
            page.addObject("whose", record.whose());
        }
        var locale = RequestContextUtils.getLocale(request);
        var problems = problems(page, words(locale), locale);
        page.addObject("problems", problems);
        if (!problems.isEmpty() && page.getStatus() == null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private Wording words(Locale locale) {
        return new Wording(locale, settings.timeZone(), clock.instant());
    }

    private static Optional<SignedInPerson> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInPerson.class::isInstance)
                .map(SignedInPerson.class::cast);
    }

    private static boolean isRedirect(ModelAndView page) {
        var name = page.getViewName();
        return page.getView() instanceof RedirectView || (name != null && name.startsWith("redirect:"));
    }

    private List<Problem> problems(ModelAndView page, Wording words, Locale locale) {
        return page.getModel().values().stream()
                .filter(BindingResult.class::isInstance)
                .map(BindingResult.class::cast)
                .flatMap(result -> result.getFieldErrors().stream())
                .map(error -> new Problem(words.id(error.getField()), messages.getMessage(error, locale)))
                .toList();
    }

    /**
     * One line of the error summary.
     *
     * @param id where in the page the field stands
     */
    public record Problem(String id, String message) {}

    /**
     * This page in another language.
     *
     * @param current whether the page is in it now
     */
    public record LanguageLink(String tag, String name, String href, boolean current) {

        static List<LanguageLink> all(HttpServletRequest request, Locale now) {
            var address = address(request);
            return Languages.ALL.stream()
                    .map(language -> new LanguageLink(
                            language.tag(),
                            language.name(),
                            address + language.tag(),
                            language.tag().equals(now.getLanguage())))
                    .toList();
        }

        private static String address(HttpServletRequest request) {
            var failed = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
            var path = failed == null ? request.getRequestURI() : failed.toString();
            var query = failed == null && request.getQueryString() != null
                    ? request.getQueryString().replaceAll("(^|&)lang=[^&]*", "")
                    : "";
            return path + "?" + (query.isEmpty() ? "" : query.replaceFirst("^&", "") + "&") + "lang=";
        }
    }
}
