package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.ClinicDates;
import org.ancregistry.portals.registry.Question;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
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

/** A mother asked for another day: she is given one, or told why the day stays. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/questions/{task:[A-Za-z0-9.-]{1,64}}")
class QuestionController {

    /** Somebody else answered her, a while ago or at the same moment. */
    private static final Set<String> BEFORE = Set.of("already-decided", "version-conflict");

    private final Records records;
    private final Questions questions;
    private final ClinicDates clinics;
    private final PortalSettings settings;
    private final Clock clock;

    QuestionController(
            Records records, Questions questions, ClinicDates clinics, PortalSettings settings, Clock clock) {
        this.records = records;
        this.questions = questions;
        this.clinics = clinics;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String task,
            HttpServletRequest request,
            RedirectAttributes after,
            Model page) {
        page.addAttribute("form", AnotherDayForm.empty());
        return show(portal, id, task, request, after, page);
    }

    @PostMapping
    String answer(
            @PathVariable String portal,
            @PathVariable String id,
            @PathVariable String task,
            @ModelAttribute("form") AnotherDayForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes after,
            Model page) {
        form.check(today(), errors);
        if (errors.hasErrors()) {
            return show(portal, id, task, request, after, page);
        }
        try {
            questions.answer(request, task, form.answer(settings.timeZone()));
            after.addFlashAttribute("questionAnswered", form.isAnotherDay() ? "moved" : "answered");
        } catch (RegistryRefusal refusal) {
            if (!BEFORE.contains(refusal.code())) {
                throw refusal;
            }
            after.addFlashAttribute("questionAnswered", "before");
        }
        return summary(portal, id);
    }

    /** Whoever comes too late is told so on her page. */
    private String show(
            String portal, String id, String task, HttpServletRequest request, RedirectAttributes after, Model page) {
        var question = questions
                .one(request, task)
                .filter(one -> one.patient().equals(id) && one.kind().equals(Questions.ANOTHER_DAY))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!question.open()) {
            after.addFlashAttribute("questionAnswered", "before");
            return summary(portal, id);
        }
        var record = records.summary(request, id);
        var booked = booked(record, question);
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("question", question);
        page.addAttribute("booked", booked);
        page.addAttribute("clinicDays", clinicDays(request, booked));
        return "care/question";
    }

    private static @Nullable BookedVisit booked(MotherRecord record, Question question) {
        return record.appointments().stream()
                .filter(one -> one.reference().equals(question.about()))
                .findFirst()
                .orElse(null);
    }

    /** When the clinic of the appointment is held, which need not be the one in which the writer works. */
    private List<ClinicDates.Day> clinicDays(HttpServletRequest request, @Nullable BookedVisit booked) {
        return booked == null || booked.at() == null ? List.of() : clinics.after(request, booked.at(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String summary(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }
}
