package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.ContactDesk;
import org.ancregistry.portals.registry.HowToReach;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a woman is reached and where she lives now: a number that was written down wrongly is a woman who is lost. */
@Controller
class ContactController {

    private static final String PAGE = "care/contact";

    private final ContactDesk desk;
    private final MidwifeAreas areas;

    ContactController(ContactDesk desk, MidwifeAreas areas) {
        this.desk = desk;
        this.areas = areas;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/contact")
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var reached = desk.of(request, id);
        page.addAttribute("form", ContactForm.of(reached));
        return show(portal, reached, person, request, page);
    }

    @PostMapping("/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}/contact")
    String update(
            @PathVariable String id,
            @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        form.check(errors);
        if (errors.hasErrors()) {
            return show("midwife", desk.of(request, id), person, request, page);
        }
        try {
            desk.update(request, id, form.update());
            after.addFlashAttribute("reachedSaved", true);
            return "redirect:/midwife/mothers/" + id + "/contact";
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            return showChanged(id, form, person, request, page);
        }
    }

    /** How it stands now is shown, with what the other changed; it is sent once more after a look at it. */
    private String showChanged(
            String id, ContactForm form, SignedInPerson person, HttpServletRequest request, Model page) {
        var reached = desk.of(request, id);
        var now = ContactForm.of(reached);
        var before = ContactForm.of(desk.at(request, id, form.basedOn()));
        var merged = form.onto(before, now);
        page.addAttribute("form", merged);
        page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(merged, "form"));
        page.addAttribute("changed", now.changedSince(before));
        return show("midwife", reached, person, request, page);
    }

    private String show(
            String portal, HowToReach reached, SignedInPerson person, HttpServletRequest request, Model page) {
        page.addAttribute("portal", portal);
        page.addAttribute("reached", reached);
        page.addAttribute("area", reached.area() == null ? null : areas.nameOf(request, reached.area()));
        page.addAttribute("mayChange", portal.equals("midwife") && mayChange(person.role()));
        return PAGE;
    }

    private static boolean mayChange(Role role) {
        return role == Role.MIDWIFE || role == Role.SUPERVISOR;
    }
}
