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

/** What a supervisor looks at afterwards: who opened whose record in an emergency, when and why, and what she found. */
@Controller
@RequestMapping("/midwife/emergencies")
class EmergenciesController {

    private static final String ONE = "/{task:[A-Za-z0-9.-]{1,64}}";
    private static final String LIST = "redirect:/midwife/emergencies";
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
    String one(@PathVariable String task, HttpServletRequest request, RedirectAttributes after, Model model) {
        var opened = opened(task, request);
        model.addAttribute("form", EmergencyForm.begun(opened.version()));
        return show(opened, after, model);
    }

    @PostMapping(ONE)
    String review(
            @PathVariable String task,
            @ModelAttribute("form") EmergencyForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes after,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) {
            return show(opened(task, request), after, model);
        }
        try {
            emergencies.review(request, task, form.review());
            after.addFlashAttribute("done", form.decision());
        } catch (RegistryRefusal refusal) {
            if (!MEANWHILE.contains(refusal.code())) {
                throw refusal;
            }
            return meanwhile(task, form, request, after, model);
        }
        return LIST;
    }

    /** What was typed stays, to be sent on what is there now; what another has reviewed is off the list. */
    private String meanwhile(
            String task, EmergencyForm form, HttpServletRequest request, RedirectAttributes after, Model model) {
        var opened = opened(task, request);
        model.addAttribute("form", form.basedOn(opened.version()));
        model.addAttribute("conflict", true);
        return show(opened, after, model);
    }

    private OpenedRecord opened(String task, HttpServletRequest request) {
        return emergencies.one(request, task).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String show(OpenedRecord opened, RedirectAttributes after, Model model) {
        if (opened.reviewed() != null) {
            after.addFlashAttribute("done", "before");
            return LIST;
        }
        model.addAttribute("opened", opened);
        model.addAttribute("decisions", EmergencyForm.DECISIONS);
        return "supervisor/emergency";
    }
}
