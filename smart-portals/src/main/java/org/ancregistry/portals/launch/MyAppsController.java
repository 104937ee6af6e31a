package org.ancregistry.portals.launch;

import org.ancregistry.portals.authorization.AppPermissions;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member of staff lets apps of others do in her name, and how she takes it back. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/apps/mine")
class MyAppsController {

    private final AppPermissions permissions;

    MyAppsController(AppPermissions permissions) {
        this.permissions = permissions;
    }

    @GetMapping
    String list(@PathVariable String portal, @AuthenticationPrincipal SignedInPerson person, Model page) {
        page.addAttribute("portal", portal);
        page.addAttribute("apps", permissions.of(person.reference()));
        return "apps/mine";
    }

    @PostMapping
    String end(
            @PathVariable String portal,
            @AuthenticationPrincipal SignedInPerson person,
            @RequestParam(defaultValue = "") String permission,
            RedirectAttributes after) {
        permissions.end(person.reference(), permission);
        after.addFlashAttribute("ended", true);
        return "redirect:/" + portal + "/apps/mine";
    }
}
