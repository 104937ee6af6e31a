package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One visit on one page, in the order of work, saved once however often the button is pressed. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/visits/new")
class VisitController {

    private static final String PAGE = "care/visit";
    private static final String CONFLICT = "version-conflict";

    private final Records records;
    private final PortalSettings settings;
    private final Clock clock;

    VisitController(Records records, PortalSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        var version = record.pregnancy().map(Pregnancy::version).orElse("");
        page.addAttribute("form", VisitForm.empty(version, usualPlace(portal), today()));
        return shown(page, portal, record);
    }

    @PostMapping
    String save(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            @ModelAttribute("form") VisitForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        var check = VisitCheck.of(form, record, today(), errors);
        if (errors.hasErrors() || check.asksOnceMore()) {
            page.addAttribute("unusual", check.unusual());
            return shown(page, portal, record);
        }
        try {
            records.record(request, id, check.report(form, person, clock, settings.timeZone()));
        } catch (RegistryRefusal refusal) {
            return refused(refusal, form, errors, page, portal, record);
        }
        after.addFlashAttribute("saved", true);
        return "redirect:/" + portal + "/mothers/" + id + "/summary";
    }

    private String refused(
            RegistryRefusal refusal,
            VisitForm form,
            BindingResult errors,
            Model page,
            String portal,
            MotherRecord record) {
        if (refusal.is(CONFLICT)) {
            page.addAttribute("conflict", true);
            page.addAttribute(
                    "form",
                    form.basedOn(record.pregnancy().map(Pregnancy::version).orElse("")));
            return shown(page, portal, record);
        }
        if (refusal.reasons().isEmpty() || refusal.status() == 403 || refusal.status() == 404) {
            throw refusal;
        }
        refusal.reasons().forEach(reason -> VisitCheck.reject(errors, reason.field(), reason.text()));
        return shown(page, portal, record);
    }

    private String shown(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("fields", new Asked());
        page.addAttribute("places", List.of("field-clinic", "home-visit", "hospital-clinic", "vog-clinic"));
        return PAGE;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static String usualPlace(String portal) {
        return portal.equals("doctor") ? "vog-clinic" : "field-clinic";
    }

    /** The page's questions, for the template. */
    static final class Asked {

        public List<String> getDangers() {
            return VisitFields.DANGER_SIGNS;
        }

        public List<String> getNumbers() {
            return VisitFields.NUMBERS;
        }

        public List<String> getWhyNot() {
            return VisitFields.WHY_NOT;
        }

        public List<String> getUrine() {
            return VisitFields.URINE;
        }

        public List<String> getSigns() {
            return VisitFields.SIGNS;
        }

        public List<String> getBabyNumbers() {
            return VisitFields.BABY_NUMBERS;
        }

        public List<String> getBabyChoices() {
            return VisitFields.BABY_CHOICES;
        }

        public List<String> getBlood() {
            return VisitFields.BLOOD;
        }

        public List<String> codes(String field) {
            return VisitFields.codes(field);
        }

        public String unit(String field) {
            return VisitFields.unit(field);
        }

        /** The last value, to stand beside the box. */
        public @Nullable String last(MotherRecord record, String field) {
            return record.latestNumber(field)
                    .map(BigDecimal::stripTrailingZeros)
                    .map(BigDecimal::toPlainString)
                    .orElse(null);
        }
    }
}
