package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The midwife's first page: the mothers of her areas and the registrations she has not finished. */
@Controller
class MothersController {

    private static final int SHOWN = 25;

    private final Mothers mothers;
    private final Drafts drafts;

    MothersController(Mothers mothers, Drafts drafts) {
        this.mothers = mothers;
        this.drafts = drafts;
    }

    @GetMapping("/midwife")
    String mine(@AuthenticationPrincipal SignedInPerson midwife, HttpServletRequest request, Model page) {
        page.addAttribute("mothers", mothers.inCareOf(request, midwife.areas(), SHOWN));
        page.addAttribute("drafts", drafts.open(midwife.reference()));
        return "midwife/mothers";
    }

    @GetMapping("/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}")
    String mother(@PathVariable String id, HttpServletRequest request, Model page) {
        page.addAttribute("mother", mothers.mother(request, id));
        return "midwife/mother";
    }

    @PostMapping("/midwife/registrations")
    String begin(@AuthenticationPrincipal SignedInPerson midwife) {
        return Steps.to(drafts.begin(midwife.reference()), "find");
    }

    @PostMapping("/midwife/registrations/{id}/delete")
    String delete(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife) {
        drafts.delete(id, midwife.reference());
        return "redirect:/midwife";
    }
}
