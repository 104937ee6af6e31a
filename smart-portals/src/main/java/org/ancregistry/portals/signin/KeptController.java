package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody whose session ended while she typed finds what she typed, to send it or to throw it away. */
@Controller
@RequestMapping("/{portal:doctor|midwife|mother|admin|privacy}/kept")
class KeptController {

    private final HerBrowser browser;

    KeptController(HerBrowser browser) {
        this.browser = browser;
    }

    @GetMapping
    String show(@PathVariable String portal, Authentication signedIn, HttpServletRequest request, Model page) {
        var typed = browser.kept((SignedInPerson) signedIn.getPrincipal(), request);
        if (typed.isEmpty()) {
            return "redirect:/" + portal;
        }
        page.addAttribute("portal", portal);
        page.addAttribute("typed", typed.get());
        return "signin/kept";
    }

    @PostMapping
    String throwAway(@PathVariable String portal, Authentication signedIn, HttpServletRequest request) {
        browser.used((SignedInPerson) signedIn.getPrincipal(), request);
        return "redirect:/" + portal;
    }
}
