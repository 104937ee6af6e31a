package org.ancregistry.portals.supervisor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.registry.Emergencies;
import org.ancregistry.portals.registry.OpenedRecord;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is looked at afterwards: who opened whose record in an emergency, when and why, and what was found. A supervisor
 * sees those of her areas, a privacy officer all.
 */
@Controller
@RequestMapping({EmergenciesController.OF_AREAS, EmergenciesController.OF_ALL})
class EmergenciesController {

    static final String OF_AREAS = "/midwife/emergencies";
    static final String OF_ALL = "/privacy/emergencies";

    private static final String ONE = "/{task:[A-Za-z0-9.-]{1,64}}";
    private static final Set<String> MEANWHILE = Set.of("already-decided", "version-conflict");
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int A_PAGE = 20;
    private static final int LAST_PAGE = 500;

    private final Emergencies emergencies;
    private final Clock clock;

    EmergenciesController(Emergencies emergencies, Clock clock) {
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** Whose desk it is, by the page's address: the roles of each are kept apart before. */
    @ModelAttribute("desk")
    Desk desk(HttpServletRequest request) {
        var ofAll = request.getRequestURI().startsWith(request.getContextPath() + OF_ALL);
        return ofAll ? new Desk("privacy", OF_ALL, "openings") : new Desk("midwife", OF_AREAS, "emergencies");
    }

    /**
     * Where somebody reviews.
     *
     * @param portal of the page's frame
     * @param list the address of the list
     * @param words the first part of the keys of what she is asked
     */
    record Desk(String portal, String list, String words) {

        String back() {
            return "redirect:" + list;
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        var number = number(page);
        return list(emergencies.toReview(request, (number - 1) * A_PAGE, A_PAGE + 1), number, false, model);
    }

    @GetMapping("/reviewed")
    String reviewed(@RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        var number = number(page);
        var since = clock.instant().minus(REMEMBERED);
        return list(emergencies.reviewed(request, since, (number - 1) * A_PAGE, A_PAGE + 1), number, true, model);
    }

    private static int number(int page) {
        return Math.min(Math.max(page, 1), LAST_PAGE);
    }

    private static String list(List<OpenedRecord> found, int number, boolean reviewed, Model model) {
        model.addAttribute("opened", found.subList(0, Math.min(found.size(), A_PAGE)));
        model.addAttribute("number", number);
        model.addAttribute("more", found.size() > A_PAGE);
        model.addAttribute("reviewed", reviewed);
        return "supervisor/emergencies";
    }

    @GetMapping(ONE)
    String one(
            @PathVariable String task,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            HttpServletRequest request,
            RedirectAttributes after,
            Model model) {
        var opened = opened(task, request);
        model.addAttribute("form", EmergencyForm.begun(opened.version()));
        return show(opened, desk, after, model);
    }

    @PostMapping(ONE)
    String review(
            @PathVariable String task,
            @ModelAttribute("form") EmergencyForm form,
            BindingResult errors,
            @ModelAttribute(name = "desk", binding = false) Desk desk,
            HttpServletRequest request,
            RedirectAttributes after,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) {
            return show(opened(task, request), desk, after, model);
        }
        try {
            emergencies.review(request, task, form.review());
            after.addFlashAttribute("done", form.decision());
        } catch (RegistryRefusal refusal) {
            if (!MEANWHILE.contains(refusal.code())) {
                throw refusal;
            }
            model.addAttribute("conflict", true);
            return meanwhile(opened(task, request), form, desk, after, model);
        }
        return desk.back();
    }

    /** What was typed stays, to be sent on what is there now; what another has reviewed is off the list. */
    private static String meanwhile(
            OpenedRecord opened, EmergencyForm form, Desk desk, RedirectAttributes after, Model model) {
        model.addAttribute("form", form.basedOn(opened.version()));
        return show(opened, desk, after, model);
    }

    private OpenedRecord opened(String task, HttpServletRequest request) {
        return emergencies.one(request, task).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String show(OpenedRecord opened, Desk desk, RedirectAttributes after, Model model) {
        if (opened.reviewed() != null) {
            after.addFlashAttribute("done", "before");
            return desk.back();
        }
        model.addAttribute("opened", opened);
        model.addAttribute("decisions", EmergencyForm.DECISIONS);
        return "supervisor/emergency";
    }
}
