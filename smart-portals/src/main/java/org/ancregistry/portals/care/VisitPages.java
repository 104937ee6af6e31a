package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Pregnancy;
import org.ancregistry.portals.record.Visit;
import org.ancregistry.portals.registry.ClinicDates;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The two pages of a visit: the visit itself, and what of it cannot wait. */
@Component
class VisitPages {

    static final String PHONE = "phone";

    static final List<String> PLACES = List.of("field-clinic", "home-visit", "hospital-clinic", "vog-clinic");

    private static final List<String> PLACES_AND_PHONE =
            Stream.concat(PLACES.stream(), Stream.of(PHONE)).toList();

    private final Risks risks;
    private final HerOtherRecords others;
    private final ClinicDates clinics;
    private final PortalSettings settings;
    private final Clock clock;

    VisitPages(Risks risks, HerOtherRecords others, ClinicDates clinics, PortalSettings settings, Clock clock) {
        this.others = others;
        this.clinics = clinics;
        this.risks = risks;
        this.settings = settings;
        this.clock = clock;
    }

    /** The visit as it was typed so far. */
    String visit(HttpServletRequest request, Model page, String portal, MotherRecord record) {
        frame(page, portal, record);
        page.addAttribute("others", others.of(request, record));
        page.addAttribute("clinicDays", clinicDays(request));
        page.addAttribute("fields", new VisitQuestions());
        page.addAttribute("places", PLACES_AND_PHONE);
        page.addAttribute("sameDay", sameDay(record));
        page.addAttribute(
                "window",
                record.pregnancy()
                        .flatMap(pregnancy -> pregnancy.plannedAfter(today()))
                        .orElse(null));
        return "care/visit";
    }

    /** A contact of today that is in the record already: what was forgotten then is added to it. */
    private @Nullable Visit sameDay(MotherRecord record) {
        return record.meetings().stream()
                .filter(visit -> visit.start().toLocalDate().equals(today()))
                .findFirst()
                .orElse(null);
    }

    /** Before anything else that is wrong or missing, with everything that was typed kept. */
    String urgent(HttpServletRequest request, Model page, String portal, MotherRecord record, Urgency urgency) {
        frame(page, portal, record);
        page.addAttribute("urgency", urgency);
        page.addAttribute("hospitals", risks.hospitals(request));
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "care/urgent";
    }

    /** The visit again: she was to be referred, and something must be put right first. Saved, it asks about her once more. */
    String notReferred(
            HttpServletRequest request,
            Model page,
            VisitForm form,
            BindingResult errors,
            String portal,
            MotherRecord record) {
        page.addAttribute("form", form.unseen());
        page.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        page.addAttribute("notReferred", true);
        return visit(request, page, portal, record);
    }

    /** Somebody else saved a visit meanwhile: the entries are kept, based on what is in the record now. */
    void conflict(Model page, VisitForm form, MotherRecord record) {
        page.addAttribute("conflict", true);
        page.addAttribute(
                "form", form.basedOn(record.pregnancy().map(Pregnancy::version).orElse("")));
    }

    /** Where she works; a clinic that cannot be asked just now is typed as a date. */
    private List<ClinicDates.Day> clinicDays(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInPerson.class::isInstance)
                .map(person -> ((SignedInPerson) person).facility())
                .map(facility -> clinics.after(request, facility, today()))
                .orElse(List.of());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private void frame(Model page, String portal, MotherRecord record) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
    }
}
