package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes somebody on: first in which role and where, then who she is; at the end stands the code with which she comes in. */
@Controller
@RequestMapping("/admin/people/new")
class NewPersonController {

    private final PersonPage page;
    private final People people;
    private final LinkCodePage codes;

    NewPersonController(PersonPage page, People people, LinkCodePage codes) {
        this.page = page;
        this.people = people;
        this.codes = codes;
    }

    @GetMapping
    String ask(
            @AuthenticationPrincipal SignedInPerson clerk,
            @ModelAttribute("place") PlaceForm asked,
            BindingResult errors,
            @RequestParam(name = "asked", defaultValue = "") String sent,
            HttpServletRequest request,
            Model model) {
        var reach = page.reach(clerk, request);
        var places = page.places(clerk, request, reach);
        var place = reach.everything() || !asked.isEmpty() || places.size() != 1
                ? asked
                : new PlaceForm(Role.MIDWIFE.code(), places.get(0).id());
        if (!place.isEmpty() || sent.equals("yes")) {
            place.check(reach, places, errors);
        }
        if (place.isEmpty() || errors.hasErrors()) {
            return PersonPage.askForPlace(reach, places, model);
        }
        var role = place.among(reach.roles()).orElseThrow(NotThere::new);
        var choices = page.choices(request, reach, role, place.at(), null);
        return page.show(request, PersonForm.empty(role, place.at(), only(choices)), choices, null, model);
    }

    /** Where there is one area, it is hers. */
    private static List<String> only(Choices choices) {
        return choices.areas().size() == 1 ? List.of(choices.areas().get(0).id()) : List.of();
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal SignedInPerson clerk,
            @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        var reach = page.reach(clerk, request);
        var role = Role.of(form.role()).filter(reach.roles()::contains).orElseThrow(NotThere::new);
        var choices = page.choices(request, reach, role, form.at(), null);
        PersonRules.check(form, role, choices, errors);
        if (errors.hasErrors()) {
            return page.show(request, form, choices, null, model);
        }
        var made = page.person(request, people.create(request, form), reach);
        if (!form.asksFor(made)) {
            people.change(request, made, form.over(made));
        }
        model.addAttribute("made", true);
        return codes.show(made, clerk, model);
    }
}
