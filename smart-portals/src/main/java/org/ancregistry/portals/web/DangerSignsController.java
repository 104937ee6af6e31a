package org.ancregistry.portals.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** When a pregnant woman must go to hospital at once: for everybody, without signing in, small and fit to print. */
@Controller
class DangerSignsController {

    private final PortalSettings settings;

    DangerSignsController(PortalSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/danger-signs")
    String signs(Model page) {
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "danger-signs";
    }
}
