package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of administration: who works with the registry, where, and who cannot sign in yet. */
@Controller
class PeopleController {

    static final int SHOWN = 25;

    private final People people;
    private final Units units;
    private final StaffLinks links;

    PeopleController(People people, Units units, StaffLinks links) {
        this.people = people;
        this.units = units;
        this.links = links;
    }

    @GetMapping("/admin")
    String list(
            @AuthenticationPrincipal SignedInPerson clerk,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        var reach = Reach.of(clerk, request, units);
        var wanted = Typed.line(name);
        var number = Math.max(0, Math.min(page, 10_000));
        var found = reach.everything()
                ? people.page(request, wanted, SHOWN, number * SHOWN)
                : people.midwives(request, reach, wanted).stream()
                        .skip((long) number * SHOWN)
                        .limit(SHOWN + 1L)
                        .toList();
        show(request, found.stream().limit(SHOWN).toList(), model);
        model.addAttribute("administrator", reach.everything());
        model.addAttribute("name", wanted);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > SHOWN);
        return "admin/people";
    }

    private void show(HttpServletRequest request, List<Person> shown, Model model) {
        var named = shown.stream().flatMap(one -> one.units().stream()).collect(Collectors.toUnmodifiableSet());
        model.addAttribute("people", shown);
        model.addAttribute("units", units.named(request, named));
        model.addAttribute(
                "linked", links.linked(shown.stream().map(Person::reference).toList()));
    }
}
