package org.ancregistry.portals.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.authorization.Consents;
import org.ancregistry.portals.registry.Mother;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.WorkList;
import org.ancregistry.portals.registry.WorkLists;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/**
 * Lets a member of staff say whose record an app is for that she opened by itself. Only women in her care can be picked:
 * the registry is asked in her name.
 */
@Controller
@RequestMapping("/{portal:doctor|midwife}/apps/patient")
class PickController {

    private static final String PAGE = "apps/pick";

    private final Consents consents;
    private final Apps apps;
    private final WorkLists lists;
    private final Mothers mothers;
    private final Records records;

    PickController(Consents consents, Apps apps, WorkLists lists, Mothers mothers, Records records) {
        this.consents = consents;
        this.apps = apps;
        this.lists = lists;
        this.mothers = mothers;
        this.records = records;
    }

    /** The number on her card. */
    record PickForm(@Nullable String phn) {}

    @GetMapping
    String ask(
            @PathVariable String portal,
            @RequestParam String state,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("form", new PickForm(null));
        show(page, portal, state, person, request);
        return PAGE;
    }

    private void show(Model page, String portal, String state, SignedInPerson person, HttpServletRequest request) {
        var asked = consents.asked(state, person.reference());
        var app = asked == null || !asked.needsPick()
                ? null
                : apps.of(asked.clientId()).orElse(null);
        if (app == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("portal", portal);
        page.addAttribute("state", state);
        page.addAttribute("app", app);
        page.addAttribute("mothers", inCare(portal, request));
    }

    private List<Mother> inCare(String portal, HttpServletRequest request) {
        return portal.equals("midwife")
                ? lists.list(request, "all", 0).rows().stream()
                        .map(WorkList.Row::mother)
                        .toList()
                : List.of();
    }

    @PostMapping
    String pick(
            @PathVariable String portal,
            @RequestParam String state,
            @RequestParam(required = false) @Nullable String patient,
            @ModelAttribute("form") PickForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var reached = patient == null ? withNumber(form, request) : Optional.of(reached(patient, request));
        if (reached.isEmpty()) {
            errors.rejectValue("phn", "pick.phn.miss");
            show(page, portal, state, person, request);
            return PAGE;
        }
        consents.pick(state, person.reference(), "Patient/" + reached.get());
        return "redirect:/apps/consent?state=" + state;
    }

    private Optional<String> withNumber(PickForm form, HttpServletRequest request) {
        return Phn.parse(form.phn() == null ? "" : form.phn()).flatMap(phn -> records.withPhn(request, phn));
    }

    /** Refused by the registry when she is not in this person's care. */
    private String reached(String patient, HttpServletRequest request) {
        if (!patient.matches("[A-Za-z0-9.-]{1,64}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return mothers.mother(request, patient).id();
    }
}
