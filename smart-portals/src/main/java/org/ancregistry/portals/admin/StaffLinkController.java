package org.ancregistry.portals.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a member of staff in by a one-time code, and takes her sign-in away. */
@Controller
@RequestMapping("/admin/people/{id:[A-Za-z0-9.-]{1,64}}")
class StaffLinkController {

    private final PersonPage page;
    private final LinkCodePage codes;
    private final StaffLinks links;
    private final People people;

    StaffLinkController(PersonPage page, LinkCodePage codes, StaffLinks links, People people) {
        this.people = people;
        this.page = page;
        this.codes = codes;
        this.links = links;
    }

    /** A code for somebody who works here and is not linked; who is linked is unlinked first, on purpose. */
    @PostMapping("/code")
    String code(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        var person = page.person(request, id, page.reach(clerk, request));
        if (!person.works() || !links.linked(List.of(person.reference())).isEmpty()) {
            next.addFlashAttribute("notice", person.works() ? "linked" : "left");
            return "redirect:/admin/people/" + id;
        }
        return codes.show(person, clerk, model);
    }

    @GetMapping("/unlink")
    String ask(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            HttpServletRequest request,
            Model model) {
        var person = page.person(request, id, page.reach(clerk, request));
        model.addAttribute("staff", person);
        model.addAttribute("own", person.reference().equals(clerk.reference()));
        return "admin/unlink";
    }

    @PostMapping("/unlink")
    String unlink(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson clerk,
            HttpServletRequest request,
            RedirectAttributes next) {
        var person = page.person(request, id, page.reach(clerk, request));
        var done = links.unlink(person.reference(), clerk.reference(), people.administrators(request));
        next.addFlashAttribute("notice", done ? "unlinked" : "last");
        return "redirect:/admin/people/" + id;
    }
}
