package org.ancregistry.portals.launch;

import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers apps and takes them away: administrators only. A secret is shown once and kept as its hash. */
@Controller
@RequestMapping("/admin/apps")
class AppsController {

    private static final String FORM = "apps/app-form";
    private static final String ID = "/{clientId:[A-Za-z0-9._-]{1,100}}";

    private final Apps apps;
    private final IssuedTokens issued;
    private final PasswordEncoder hashes = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    AppsController(Apps apps, IssuedTokens issued) {
        this.apps = apps;
        this.issued = issued;
    }

    @GetMapping
    String list(Model page) {
        page.addAttribute("apps", apps.all());
        return "apps/apps";
    }

    @GetMapping("/new")
    String ask(Model page) {
        page.addAttribute("form", AppForm.EMPTY);
        page.addAttribute("kinds", AppForm.KINDS);
        return FORM;
    }

    @PostMapping("/new")
    String register(
            @ModelAttribute("form") AppForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson clerk,
            Model page) {
        var secret = Randomness.token();
        var app = form.app(hashes.encode(secret), errors);
        if (app != null && !apps.register(app, clerk.reference())) {
            errors.rejectValue("clientId", "app.clientId.taken");
        }
        if (app == null || errors.hasErrors()) {
            page.addAttribute("kinds", AppForm.KINDS);
            return FORM;
        }
        page.addAttribute("app", app);
        page.addAttribute("secret", app.authentication().equals(App.SECRET) ? secret : null);
        return "apps/registered";
    }

    @GetMapping(ID)
    String show(@PathVariable String clientId, Model page) {
        page.addAttribute("app", app(clientId));
        page.addAttribute("fixed", apps.isOfFile(clientId));
        return "apps/app";
    }

    private App app(String clientId) {
        return apps.of(clientId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Its tokens end with it. */
    @PostMapping(ID + "/remove")
    String remove(
            @PathVariable String clientId, @AuthenticationPrincipal SignedInPerson clerk, RedirectAttributes next) {
        if (!apps.isOfFile(app(clientId).clientId())) {
            apps.remove(clientId, clerk.reference());
            issued.revokeAllOfApp(clientId);
            next.addFlashAttribute("removed", clientId);
        }
        return "redirect:/admin/apps";
    }
}
