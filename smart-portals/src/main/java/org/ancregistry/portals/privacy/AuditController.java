package org.ancregistry.portals.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.ancregistry.portals.card.NumberCheck;
import org.ancregistry.portals.registry.AccessLog;
import org.ancregistry.portals.registry.Look;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.PortalSettings;
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

/** What a privacy officer sees: who looked at whose record, and never a record. */
@Controller
@RequestMapping("/privacy")
class AuditController {

    private static final String PAGE = "privacy/audit";
    private static final int A_PAGE = 50;
    private static final int A_STEP = 100;
    private static final int MOST_ROWS = 10_000;

    private final AccessLog log;
    private final PortalSettings settings;
    private final NumberCheck check;

    AuditController(AccessLog log, PortalSettings settings, NumberCheck check) {
        this.check = check;
        this.log = log;
        this.settings = settings;
    }

    @GetMapping
    String latest(HttpServletRequest request, Model model) {
        model.addAttribute("form", AuditForm.EMPTY);
        return show(AuditForm.EMPTY, request, model);
    }

    @PostMapping
    String find(@ModelAttribute("form") AuditForm form, BindingResult errors, HttpServletRequest request, Model model) {
        form.check(errors);
        if (errors.hasErrors()) {
            return PAGE;
        }
        try {
            return show(form, request, model);
        } catch (RegistryRefusal refusal) {
            return nobody(form, errors, refusal);
        }
    }

    /** Nobody holds the number; that nothing was found would say that nobody had looked. */
    private String nobody(AuditForm form, BindingResult errors, RegistryRefusal refusal) {
        if (!refusal.is("not-found")) {
            throw refusal;
        }
        errors.rejectValue("phn", check.isDoubtful(form.phn()) ? "audit.phn.doubtful" : "audit.phn.nobody");
        return PAGE;
    }

    private String show(AuditForm form, HttpServletRequest request, Model model) {
        var found = log.all(request, form.filter(settings.timeZone()), (form.number() - 1) * A_PAGE, A_PAGE);
        model.addAttribute("looks", found.looks());
        model.addAttribute("number", form.number());
        model.addAttribute("more", found.more());
        return PAGE;
    }

    /** At most ten thousand rows: who needs more names a shorter time. */
    @PostMapping("/table")
    ResponseEntity<String> table(
            @ModelAttribute("form") AuditForm form, BindingResult errors, HttpServletRequest request) {
        form.check(errors);
        if (errors.hasErrors()) {
            return ResponseEntity.unprocessableEntity().build();
        }
        var looks = new ArrayList<Look>();
        var more = true;
        while (more && looks.size() < MOST_ROWS) {
            var found = log.all(request, form.filter(settings.timeZone()), looks.size(), A_STEP);
            looks.addAll(found.looks());
            more = found.more() && !found.looks().isEmpty();
        }
        var name = ContentDisposition.attachment().filename("audit.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(AuditTable.of(looks));
    }
}
