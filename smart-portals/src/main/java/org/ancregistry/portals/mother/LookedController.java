package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Question;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looked at a woman's record, as she reads it, and what she asked about somebody. */
@Controller
class LookedController {

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
        var looked = log.of(request, her.reference(), page);
        var asked = questions.hers(request, her.reference(), Questions.WHO_LOOKED);
        model.addAttribute("looked", looked);
        model.addAttribute("questions", looked.number() == 1 ? asked : List.of());
        model.addAttribute("asked", asked.stream().map(Question::about).toList());
        return "mother/looked";
    }
}
