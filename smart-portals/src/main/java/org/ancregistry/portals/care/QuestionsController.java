package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ancregistry.portals.registry.Arrivals;
import org.ancregistry.portals.registry.OpenQuestion;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Referrals;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mothers who ask for another day, so that nobody waits until her record is opened by chance. */
@Controller
class QuestionsController {

    private static final int A_PAGE = 20;

    private final Questions questions;
    private final Referrals referrals;
    private final Arrivals arrivals;

    QuestionsController(Questions questions, Referrals referrals, Arrivals arrivals) {
        this.questions = questions;
        this.referrals = referrals;
        this.arrivals = arrivals;
    }

    @GetMapping("/midwife/questions")
    String ofHerAreas(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        return show("midwife", questions.waiting(request), page, model);
    }

    @GetMapping("/doctor/questions")
    String ofTheClinic(
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        var women = ClinicWomen.of(request, person.facility(), referrals, arrivals);
        return show("doctor", questions.waitingAmong(request, women.patients()), page, model);
    }

    private static String show(String portal, List<OpenQuestion> all, int page, Model model) {
        var pages = Math.max(1, (all.size() + A_PAGE - 1) / A_PAGE);
        var number = Math.min(Math.max(page, 1), pages);
        model.addAttribute("portal", portal);
        model.addAttribute("waiting", all.subList((number - 1) * A_PAGE, Math.min(number * A_PAGE, all.size())));
        model.addAttribute("number", number);
        model.addAttribute("more", number < pages);
        model.addAttribute("isFull", all.size() >= Questions.WAITING);
        return "care/questions";
    }
}
