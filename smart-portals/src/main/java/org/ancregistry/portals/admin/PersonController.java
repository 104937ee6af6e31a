package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One member of staff: her name, role, place and areas, and whether she works here. */
@Controller
@RequestMapping("/admin/people/{id:[A-Za-z0-9.-]{1,64}}")
class PersonController {

    private final PersonPage page;
    private final People people;

    PersonController(PersonPage page, People people) {
        this.page = page;
        this.people = people;
    }

    /** As she is, or as she would be in another role or place. */
    @GetMapping
    String show(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            @ModelAttribute("place") PlaceForm place,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        var reach = page.reach(clerk, request);
        var person = page.person(request, id, reach);
        var form = PersonForm.of(person, page.top(request, person));
        if (!place.isEmpty()) {
            place.check(reach, page.places(clerk, request, reach), errors);
            form = errors.hasErrors() ? form : form.moved(place.role(), place.at());
        }
        if (form.role().isEmpty() || errors.hasErrors()) {
            return place(id, clerk, place, request, model);
        }
        return show(request, reach, form, person, model);
    }

    private String show(
            HttpServletRequest request, Reach reach, PersonForm form, @Nullable Person person, Model model) {
        var role = Role.of(form.role()).orElseThrow(NotThere::new);
        var choices = page.choices(request, reach, role, form.at(), person);
        return page.show(request, form, choices, person, model);
    }

    @GetMapping("/place")
    String place(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            @ModelAttribute("place") PlaceForm asked,
            HttpServletRequest request,
            Model model) {
        var reach = page.reach(clerk, request);
        var person = page.person(request, id, reach);
        var now = PersonForm.of(person, page.top(request, person));
        model.addAttribute("place", asked.isEmpty() ? new PlaceForm(now.role(), now.at()) : asked);
        model.addAttribute("staff", person);
        return PersonPage.askForPlace(reach, page.places(clerk, request, reach), model);
    }

    @PostMapping
    String save(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var reach = page.reach(clerk, request);
        var person = page.person(request, id, reach);
        var role = Role.of(form.role()).filter(reach.roles()::contains).orElseThrow(NotThere::new);
        PersonRules.check(form, role, page.choices(request, reach, role, form.at(), person), errors);
        if (errors.hasErrors()) {
            return show(request, reach, form, person, model);
        }
        if (!form.asksFor(person) && (!form.isOver(person) || !isChanged(request, person, form))) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var now = page.person(request, id, reach);
            model.addAttribute("now", now);
            return show(request, reach, form.over(now), now, model);
        }
        next.addFlashAttribute("notice", "saved");
        return "redirect:/admin/people/" + id;
    }

    /** Whether the change was made; not when somebody else was faster. */
    private boolean isChanged(HttpServletRequest request, Person person, PersonForm form) {
        try {
            people.change(request, person, form);
            return true;
        } catch (RegistryRefusal refusal) {
            if (refusal.status() == 409 || refusal.status() == 412) {
                return false;
            }
            throw refusal;
        }
    }
}
