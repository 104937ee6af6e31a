package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.authorization.Portal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A form came when the portal needs a new token: it waits until the browser went for the token and came back. */
@ControllerAdvice
class TokenLost {

    private final HerBrowser browser;

    TokenLost(HerBrowser browser) {
        this.browser = browser;
    }

    @ExceptionHandler
    String wait(SignInAgain lost, HttpServletRequest request) {
        if (browser.keeps(request)) {
            return "redirect:"
                    + Portal.ofPath(request.getServletPath())
                            .map(portal -> "/" + portal.path() + "/kept")
                            .orElse("/");
        }
        throw lost;
    }
}
