package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.ancregistry.portals.record.BookedVisit;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Look;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Questions.Asked;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.WordsForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a woman asks herself: for another day, and who somebody is that looked at her record. */
@Controller
class AskController {

    private static final String ANOTHER_DAY = "/mother/appointments/{id:[A-Za-z0-9-]{1,64}}/another-day";
    private static final String WHO_LOOKED = "/mother/looked/{id:[A-Za-z0-9-]{1,64}}/unknown";

    private final Records records;
    private final AccessLog log;
    private final Questions questions;
    private final Clock clock;

    AskController(Records records, AccessLog log, Questions questions, Clock clock) {
        this.records = records;
        this.log = log;
        this.questions = questions;
        this.clock = clock;
    }

    @GetMapping(ANOTHER_DAY)
    String anotherDay(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson her,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("form", WordsForm.empty());
        return showAppointment(id, her, request, page);
    }

    @PostMapping(ANOTHER_DAY)
    String askForAnotherDay(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson her,
            @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        form.check(errors);
        if (errors.hasErrors()) {
            return showAppointment(id, her, request, page);
        }
        var asked = new Asked(form.request(), Questions.ANOTHER_DAY, "Appointment/" + id, form.words());
        next.addFlashAttribute("sent", send(request, her, asked));
        return "redirect:/mother/appointments";
    }

    private String showAppointment(String id, SignedInPerson her, HttpServletRequest request, Model page) {
        page.addAttribute("booked", toCome(id, her, request));
        return "mother/another-day";
    }

    private BookedVisit toCome(String id, SignedInPerson her, HttpServletRequest request) {
        return records.summary(request, id(her)).appointments().stream()
                .filter(booked -> booked.id().equals(id))
                .filter(booked -> booked.isToCome(clock.instant()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(WHO_LOOKED)
    String unknown(@PathVariable String id, HttpServletRequest request, Model page) {
        page.addAttribute("form", WordsForm.empty());
        return showLook(id, request, page);
    }

    @PostMapping(WHO_LOOKED)
    String askWhoLooked(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson her,
            @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        form.check(errors);
        if (errors.hasErrors()) {
            return showLook(id, request, page);
        }
        var asked = new Asked(form.request(), Questions.WHO_LOOKED, "AuditEvent/" + id, form.words());
        next.addFlashAttribute("sent", send(request, her, asked));
        return "redirect:/mother/looked";
    }

    private String showLook(String id, HttpServletRequest request, Model page) {
        var look = log.one(request, id);
        if (look.filter(Look::own).isPresent() || look.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("look", look.get());
        return "mother/unknown";
    }

    /** What became of it, a word of the page's messages. */
    private String send(HttpServletRequest request, SignedInPerson her, Asked asked) {
        try {
            questions.ask(request, id(her), asked);
            return "done";
        } catch (RegistryRefusal refusal) {
            return switch (refusal.code()) {
                case "already-asked" -> "before";
                case "not-found" -> "gone";
                default -> throw refusal;
            };
        }
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }
}
