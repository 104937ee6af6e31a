package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * One press when somebody comes into the room: another site is in the window, and the session of the woman who pressed ends.
 * It is a link and not a form, since a form may lead nowhere but to ourselves; a link on somebody else's page ends no session.
 */
@Controller
class LeaveController {

    private final TokenRevocation revocation;
    private final HerBrowser browser;
    private final LeaveProperties leave;

    LeaveController(TokenRevocation revocation, HerBrowser browser, LeaveProperties leave) {
        this.revocation = revocation;
        this.browser = browser;
        this.leave = leave;
    }

    @GetMapping("/leave")
    String leave(
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "same-origin") String from,
            @Nullable Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (from.equals("same-origin") || from.equals("none")) {
            revocation.logout(request, response, person);
            browser.logout(request, response, person);
            new SecurityContextLogoutHandler().logout(request, response, person);
        }
        return away(response);
    }

    /**
     * The same from a page on which staff ask a woman: the pages that they come back to show no answer of hers unasked, and
     * who had to sign in anew each time would not press it.
     */
    @GetMapping("/leave/away")
    String away(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:" + leave.to();
    }
}
