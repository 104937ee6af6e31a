package org.ancregistry.portals.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.registry.Emergencies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a supervisor looks at afterwards: who opened whose record in an emergency, when and why. */
@Controller
class EmergenciesController {

    private static final int A_PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final Emergencies emergencies;

    EmergenciesController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @GetMapping("/midwife/emergencies")
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        var number = Math.min(Math.max(page, 1), LAST_PAGE);
        var found = emergencies.toReview(request, (number - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("opened", found.subList(0, Math.min(found.size(), A_PAGE)));
        model.addAttribute("number", number);
        model.addAttribute("more", found.size() > A_PAGE);
        return "supervisor/emergencies";
    }
}
