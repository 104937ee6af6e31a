package org.ancregistry.portals.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Set;
import org.ancregistry.portals.typed.TypedForm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person reads when a page cannot be shown: what happened, what to do, and a reference number that the help desk
 * finds in the log. Nothing of the failure itself is shown.
 */
@Controller
public class PageErrors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final Set<Integer> OWN_WORDS = Set.of(400, 401, 403, 404, 409, 429, 500, 503);
    private static final String LETTERS = "23456789BCDFGHJKMPQRTVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return page(status, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), request);
    }

    /** The same with a way to try again, when the failure was ours: what was typed is in the page, for one press. */
    public static ModelAndView page(int status, @Nullable Throwable cause, HttpServletRequest request) {
        var page = page(status, cause);
        if (status < 500) {
            return page;
        }
        TypedForm.of(request).ifPresent(typed -> page.addObject("typed", typed));
        if (request.getMethod().equals("GET")) {
            page.addObject("again", TypedForm.address(request) + query(request));
        }
        return page;
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }

    /** The page for that HTTP status; {@code cause} goes to the log under the page's reference number. */
    public static ModelAndView page(int status, @Nullable Throwable cause) {
        var reference = reference();
        if (status >= 500) {
            LOG.error("A page failed with {}, reference {}", status, reference, cause);
        } else {
            LOG.info("A page answered {}, reference {}", status, reference);
        }
        var page = new ModelAndView("error/error");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("code", wordsFor(status));
        page.addObject("reference", reference);
        return page;
    }

    private static int wordsFor(int status) {
        if (OWN_WORDS.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }

    private static String reference() {
        var reference = new StringBuilder();
        RANDOM.ints(8, 0, LETTERS.length()).forEach(letter -> reference.append(LETTERS.charAt(letter)));
        return reference.insert(4, '-').toString();
    }
}
