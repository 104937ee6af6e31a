package org.ancregistry.portals.sharing;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.ancregistry.domain.access.SharedRecordTrail;
import org.ancregistry.portals.care.SharedPage;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.web.PortalSettings;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** Whoever was given link and PIN reads the record as she reads it. A link that is over is answered like a wrong PIN. */
@Controller
@RequestMapping("/shared/{token:[A-Za-z0-9_-]{43}}")
class SharedController {

    private final SharedCopies copies;
    private final ObjectProvider<SharedRecordTrail> trail;
    private final SharedPage shared;
    private final PortalSettings settings;
    private final Clock clock;

    SharedController(
            SharedCopies copies,
            ObjectProvider<SharedRecordTrail> trail,
            SharedPage shared,
            PortalSettings settings,
            Clock clock) {
        this.copies = copies;
        this.trail = trail;
        this.shared = shared;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String token, Model page) {
        page.addAttribute("form", new PinForm(null));
        return pin(token, page);
    }

    /** It is written down that it was opened before anything is shown. */
    @PostMapping
    String open(
            @PathVariable String token,
            @ModelAttribute("form") PinForm form,
            BindingResult errors,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        if (!form.isPossible()) {
            errors.rejectValue("pin", "shared.pin.digits");
            return pin(token, page);
        }
        var tried = copies.open(token, form.digits());
        tried.shut().ifPresent(whose -> trail.getObject().closed(whose, request.getRemoteAddr()));
        var shown = tried.shown();
        if (shown.isEmpty()) {
            errors.rejectValue("pin", "shared.pin.wrong");
            return pin(token, page);
        }
        trail.getObject().opened(shown.get().patient(), request.getRemoteAddr());
        copies.opened(token);
        var record = record(shown.get().content())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR));
        shared.fill(page, record, LocalDate.ofInstant(clock.instant(), settings.timeZone()), locale);
        page.addAttribute("shown", form.digits());
        return "shared/record";
    }

    private static String pin(String token, Model page) {
        page.addAttribute("token", token);
        return "shared/pin";
    }

    private Optional<MotherRecord> record(String content) {
        var bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, content);
        return MotherRecord.of(bundle, settings.timeZone());
    }

    /** Six digits, however they are grouped. */
    record PinForm(@Nullable String pin) {

        /** A slip of the finger costs no try. */
        boolean isPossible() {
            return digits().matches("[0-9]{" + SharedCopies.PIN_LENGTH + "}");
        }

        String digits() {
            return pin == null ? "" : pin.replaceAll("[\\s-]", "");
        }
    }
}
