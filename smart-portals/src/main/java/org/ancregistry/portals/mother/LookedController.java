package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Look;
import org.ancregistry.portals.registry.Question;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Sitting;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at a woman's record: everybody, programs and refused attempts too; her own looks folded away. */
@Controller
class LookedController {

    private static final int A_PAGE = 50;
    private static final int LAST_PAGE = 500;

    private final AccessLog log;
    private final Questions questions;

    LookedController(AccessLog log, Questions questions) {
        this.log = log;
        this.questions = questions;
    }

    @GetMapping("/mother/looked")
    String looked(
            @AuthenticationPrincipal SignedInPerson her,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        var number = Math.min(Math.max(page, 1), LAST_PAGE);
        var found = log.of(request, her.reference(), (number - 1) * A_PAGE, A_PAGE);
        var asked = questions.hers(request, her.reference(), Questions.WHO_LOOKED);
        model.addAttribute(
                "others",
                Sitting.of(found.looks().stream().filter(look -> !look.own()).toList()));
        model.addAttribute("own", found.looks().stream().filter(Look::own).toList());
        model.addAttribute("questions", number == 1 ? asked : List.of());
        model.addAttribute("asked", asked.stream().map(Question::about).toList());
        model.addAttribute("number", number);
        model.addAttribute("more", found.more());
        return "mother/looked";
    }
}
