package org.ancregistry.portals.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.portals.card.NumberCheck;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.AccessLog.Filter;
import org.ancregistry.portals.registry.Emergencies;
import org.ancregistry.portals.registry.Look;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Sitting;
import org.ancregistry.portals.registry.StaffSearch;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a privacy officer sees: who looked at whose record, and never a record; first what was opened in emergencies. */
@Controller
@RequestMapping("/privacy")
class AuditController {

    private static final String PAGE = "privacy/audit";
    private static final int A_PAGE = 50;
    private static final int A_STEP = 100;
    private static final int MOST_ROWS = 10_000;
    private static final int FIRST_TO_REVIEW = 5;

    private final AccessLog log;
    private final Emergencies emergencies;
    private final StaffSearch staff;
    private final PortalSettings settings;
    private final NumberCheck check;

    AuditController(
            AccessLog log, Emergencies emergencies, StaffSearch staff, PortalSettings settings, NumberCheck check) {
        this.log = log;
        this.emergencies = emergencies;
        this.staff = staff;
        this.settings = settings;
        this.check = check;
    }

    /** Also in place of a table that was asked for wrongly, in another language. */
    @GetMapping({"", "/table"})
    String latest(HttpServletRequest request, Model model) {
        var waiting = emergencies.toReview(request, 0, FIRST_TO_REVIEW + 1);
        model.addAttribute("waiting", waiting.subList(0, Math.min(waiting.size(), FIRST_TO_REVIEW)));
        model.addAttribute("moreWaiting", waiting.size() > FIRST_TO_REVIEW);
        model.addAttribute("form", AuditForm.EMPTY);
        return show(AuditForm.EMPTY, AuditForm.EMPTY.filter(null, settings.timeZone()), request, model);
    }

    @PostMapping
    String find(@ModelAttribute("form") AuditForm form, BindingResult errors, HttpServletRequest request, Model model) {
        var filter = filter(form, errors, request, model);
        if (filter == null) {
            return PAGE;
        }
        try {
            return show(form, filter, request, model);
        } catch (RegistryRefusal refusal) {
            return nobody(form, errors, refusal);
        }
    }

    /** Null with word of it at the fields when something cannot be looked for. */
    private @Nullable Filter filter(AuditForm form, BindingResult errors, HttpServletRequest request, Model model) {
        form.check(errors);
        var named = form.person() == null ? form.named() : null;
        var people = named == null ? List.<StaffSearch.Staff>of() : staff.find(request, named);
        if (people.size() > 1) {
            model.addAttribute("people", people);
            errors.rejectValue("person", "audit.person.missing");
        }
        var by = people.isEmpty() ? named : people.get(0).id();
        return errors.hasErrors() ? null : form.filter(form.person() == null ? by : form.person(), settings.timeZone());
    }

    /** Nobody holds the number; that nothing was found would say that nobody had looked. */
    private String nobody(AuditForm form, BindingResult errors, RegistryRefusal refusal) {
        if (!refusal.is("not-found")) {
            throw refusal;
        }
        errors.rejectValue("phn", check.isDoubtful(form.phn()) ? "audit.phn.doubtful" : "audit.phn.nobody");
        return PAGE;
    }

    private String show(AuditForm form, Filter filter, HttpServletRequest request, Model model) {
        var found = log.all(request, filter, (form.number() - 1) * A_PAGE, A_PAGE);
        model.addAttribute("sittings", Sitting.of(found.looks()));
        model.addAttribute("openings", openings(found.looks(), request));
        model.addAttribute("number", form.number());
        model.addAttribute("more", found.more());
        return PAGE;
    }

    private Openings openings(List<Look> looks, HttpServletRequest request) {
        var women = looks.stream()
                .filter(look -> look.emergency() && look.patient() != null)
                .map(Look::patient)
                .distinct()
                .toList();
        return new Openings(emergencies.of(request, women, A_STEP));
    }

    /** At most ten thousand rows: who needs more names a shorter time. What is wrong with what was asked is on the page. */
    @PostMapping("/table")
    Object table(
            @ModelAttribute("form") AuditForm form, BindingResult errors, HttpServletRequest request, Model model) {
        var filter = filter(form, errors, request, model);
        if (filter == null) {
            return PAGE;
        }
        try {
            return file(AuditTable.of(rows(filter, request)));
        } catch (RegistryRefusal refusal) {
            return nobody(form, errors, refusal);
        }
    }

    private List<Look> rows(Filter filter, HttpServletRequest request) {
        var looks = new ArrayList<Look>();
        var more = true;
        while (more && looks.size() < MOST_ROWS) {
            var found = log.all(request, filter, looks.size(), A_STEP);
            looks.addAll(found.looks());
            more = found.more() && !found.looks().isEmpty();
        }
        return looks;
    }

    private static ResponseEntity<String> file(String table) {
        var name = ContentDisposition.attachment().filename("audit.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(table);
    }
}
