package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What the pages of one person have in common: who she is, whether she is the clerk's to manage, what may be chosen. */
final class PersonPage {

    private final People people;
    private final Units units;
    private final StaffLinks links;

    PersonPage(People people, Units units, StaffLinks links) {
        this.people = people;
        this.units = units;
        this.links = links;
    }

    Reach reach(SignedInPerson clerk, HttpServletRequest request) {
        return Reach.of(clerk, request, units);
    }

    /**
     * That person.
     *
     * @throws NotThere also when she is not the clerk's to manage
     */
    Person person(HttpServletRequest request, String id, Reach reach) {
        return people.find(request, id).filter(reach::covers).orElseThrow(NotThere::new);
    }

    /** The MOH areas and hospitals among whose units the clerk may place people. */
    List<Unit> places(SignedInPerson clerk, HttpServletRequest request, Reach reach) {
        return reach.everything()
                ? units.all(request, EnumSet.of(UnitKind.MOH_AREA, UnitKind.HOSPITAL))
                : units.named(request, Reach.own(clerk)).values().stream().toList();
    }

    static String askForPlace(Reach reach, List<Unit> places, Model page) {
        page.addAttribute("codes", reach.roles().stream().map(Role::code).toList());
        page.addAttribute("places", places);
        return "admin/place";
    }

    /** What the form may say for somebody in that role; {@code person} keeps what she has. */
    Choices choices(HttpServletRequest request, Reach reach, Role role, String at, @Nullable Person person) {
        var kept = person == null ? Set.<String>of() : person.units();
        var choices = Choices.of(request, units, role, at, kept);
        return reach.everything() ? choices : choices.within(reach);
    }

    /** The unit at the top of where somebody works. */
    String top(HttpServletRequest request, Person person) {
        return person.job()
                .flatMap(job -> Optional.ofNullable(job.facility()))
                .flatMap(facility -> units.top(request, facility))
                .map(Unit::id)
                .orElse("");
    }

    String show(HttpServletRequest request, PersonForm form, Choices choices, @Nullable Person person, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("choices", choices);
        page.addAttribute(
                "at",
                form.at().isEmpty() ? null : units.find(request, form.at()).orElse(null));
        if (person != null) {
            page.addAttribute("staff", person);
            page.addAttribute(
                    "linked", !links.linked(List.of(person.reference())).isEmpty());
        }
        return "admin/person";
    }
}
