package org.ancregistry.portals.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Question;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Sitting;
import org.ancregistry.portals.web.WordsForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Women who do not know somebody that looked at their record: who it was, and the answer that she reads. */
@Controller
@RequestMapping("/privacy/complaints")
class ComplaintController {

    private static final String ONE = "/{task:[A-Za-z0-9.-]{1,64}}";
    /** Another officer answered her, a while ago or at the same moment. */
    private static final Set<String> BEFORE = Set.of("already-decided", "version-conflict");

    private static final String LIST = "redirect:/privacy/complaints";

    private final Questions questions;
    private final AccessLog log;

    ComplaintController(Questions questions, AccessLog log) {
        this.questions = questions;
        this.log = log;
    }

    @GetMapping
    String open(HttpServletRequest request, Model page) {
        page.addAttribute("complaints", questions.complaints(request));
        return "privacy/complaints";
    }

    @GetMapping(ONE)
    String one(@PathVariable String task, HttpServletRequest request, RedirectAttributes after, Model page) {
        page.addAttribute("form", WordsForm.empty());
        return show(task, request, after, page);
    }

    @PostMapping(ONE)
    String answer(
            @PathVariable String task,
            @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes after,
            Model page) {
        form.check(errors);
        if (form.words() == null) {
            errors.rejectValue("text", "complaint.text.missing");
        }
        if (errors.hasErrors()) {
            return show(task, request, after, page);
        }
        try {
            questions.answer(request, task, new Questions.Answer(form.request(), form.words(), null));
            after.addFlashAttribute("answered", "done");
        } catch (RegistryRefusal refusal) {
            if (!BEFORE.contains(refusal.code())) {
                throw refusal;
            }
            after.addFlashAttribute("answered", "before");
        }
        return LIST;
    }

    private String show(String task, HttpServletRequest request, RedirectAttributes after, Model page) {
        var complaint = questions
                .one(request, task)
                .filter(one -> one.kind().equals(Questions.WHO_LOOKED))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!complaint.open()) {
            after.addFlashAttribute("answered", "before");
            return LIST;
        }
        page.addAttribute("complaint", complaint);
        page.addAttribute(
                "sitting",
                log.one(request, event(complaint))
                        .map(look -> new Sitting(List.of(look)))
                        .orElse(null));
        return "privacy/complaint";
    }

    private static String event(Question complaint) {
        return complaint.about().substring(complaint.about().indexOf('/') + 1);
    }
}
