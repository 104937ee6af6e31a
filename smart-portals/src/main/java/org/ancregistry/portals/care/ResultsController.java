package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.TestOrder;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.VisitReport;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results that came on paper, written down as an addition to her last contact: nobody met her for them. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/tests/results")
class ResultsController {

    static final List<String> FIELDS = Arrays.stream(AntenatalTest.values())
            .flatMap(test -> test.fields().stream())
            .toList();

    private static final String WHY = "Results of tests";

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    ResultsController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        if (record.pregnancy().isEmpty() || record.meetings().isEmpty()) {
            return back(portal, id);
        }
        page.addAttribute("form", ResultForm.empty(version(record), clock.instant(), settings.timeZone()));
        return show(page, portal, record);
    }

    @PostMapping
    String save(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("form") ResultForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var contact = record.meetings().stream().findFirst();
        if (record.pregnancy().isEmpty() || contact.isEmpty()) {
            return back(portal, id);
        }
        var typed = TypedAnswers.of(form.answers(), FIELDS);
        var unusual = check(form, typed, errors);
        if (errors.hasErrors() || !unusual.stream().allMatch(form::isConfirmed)) {
            page.addAttribute("unusual", unusual);
            return show(page, portal, record);
        }
        try {
            records.record(request, id, report(form, typed, contact.get()));
        } catch (RegistryRefusal refusal) {
            return refused(refusal, form, errors, page, portal, record);
        }
        after.addFlashAttribute("saved", true);
        return back(portal, id);
    }

    /** What cannot be true stands at its field; what is rare comes back to be asked about once. */
    private List<Rare> check(ResultForm form, TypedAnswers typed, BindingResult errors) {
        var today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
        var day = form.date().date().filter(given -> !given.isAfter(today));
        if (day.isEmpty()) {
            errors.rejectValue("date", "visit.date.wrong");
        }
        typed.unreadable().forEach(field -> VisitCheck.reject(errors, at(field), field, "visit.unreadable"));
        if (typed.answers().isEmpty() && typed.unreadable().isEmpty()) {
            errors.rejectValue(at(FIELDS.get(0)), "tests.results.none");
        }
        var review = Answers.review(typed.answers(), Occasion.addendum(day.orElse(today)));
        review.problems().stream()
                .filter(problem -> FIELDS.contains(problem.field()))
                .forEach(problem -> VisitCheck.reject(errors, at(problem.field()), problem));
        return review.soft().stream()
                .map(AnswerProblem::field)
                .distinct()
                .map(form::rare)
                .toList();
    }

    private static String at(String field) {
        return "answers[" + field + "]";
    }

    private VisitReport report(ResultForm form, TypedAnswers typed, Visit contact) {
        var zone = settings.timeZone();
        var day = form.date().date().orElseThrow();
        var confirmed = typed.answers().keySet().stream()
                .filter(field -> form.isConfirmed(form.rare(field)))
                .collect(Collectors.toSet());
        return new VisitReport(
                form.requestId(),
                form.basedOn(),
                PageMoment.on(day, form.madeAt(), zone),
                contact.type(),
                typed.answers(),
                List.of(),
                confirmed,
                null,
                null,
                null,
                VisitReport.Correction.adding(contact.reference(), WHY));
    }

    private String refused(
            RegistryRefusal refusal,
            ResultForm form,
            BindingResult errors,
            Model page,
            String portal,
            MotherRecord record) {
        if (refusal.is("version-conflict")) {
            page.addAttribute("conflict", true);
            page.addAttribute("form", form.basedOn(version(record)));
            return show(page, portal, record);
        }
        if (refusal.reasons().isEmpty() || refusal.status() == 403 || refusal.status() == 404) {
            throw refusal;
        }
        refusal.reasons()
                .forEach(reason -> errors.rejectValue(
                        FIELDS.contains(String.valueOf(reason.field())) ? at(String.valueOf(reason.field())) : "date",
                        "visit.refused",
                        reason.text()));
        return show(page, portal, record);
    }

    private String show(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute("fields", new VisitQuestions());
        var awaited = record.tests().waiting().stream().map(TestOrder::test).collect(Collectors.toSet());
        page.addAttribute(
                "awaited",
                Arrays.stream(AntenatalTest.values()).filter(awaited::contains).toList());
        page.addAttribute(
                "others",
                Arrays.stream(AntenatalTest.values())
                        .filter(test -> !awaited.contains(test))
                        .toList());
        return "care/results";
    }

    private static String version(MotherRecord record) {
        return record.pregnancy().map(Pregnancy::version).orElse("");
    }

    private static String back(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/tests";
    }
}
