package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CardTrail;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.card.PhnCard;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Her card, read from her record, so that it is printed again whenever she has lost it; each time is written down. */
@Controller
class CardController {

    private final Mothers mothers;
    private final MidwifeAreas areas;
    private final ObjectProvider<CardTrail> trail;
    private final PortalSettings settings;

    /** @param trail where it is missing, the registry writes of no card */
    CardController(Mothers mothers, MidwifeAreas areas, ObjectProvider<CardTrail> trail, PortalSettings settings) {
        this.mothers = mothers;
        this.areas = areas;
        this.trail = trail;
        this.settings = settings;
    }

    @GetMapping("/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}/card")
    String card(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model page) {
        var mother = mothers.mother(request, id);
        var phn = Optional.ofNullable(mother.phn())
                .flatMap(Phn::parse)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        trail.ifAvailable(written -> written.shown(caller(midwife), "Patient/" + mother.id()));
        page.addAttribute("mother", mother);
        page.addAttribute("card", PhnCard.of(phn));
        page.addAttribute("midwife", midwife);
        page.addAttribute(
                "midwifePhone",
                Optional.ofNullable(mother.area())
                        .flatMap(area -> areas.phoneOf(request, area))
                        .orElse(null));
        page.addAttribute("ambulance", settings.ambulancePhone());
        return "midwife/card";
    }

    private static Caller caller(SignedInPerson midwife) {
        return new Caller(
                midwife.reference(),
                midwife.role(),
                midwife.facility(),
                midwife.areas(),
                Set.of(),
                Portal.MIDWIFE.clientId(),
                Purpose.TREATMENT,
                null);
    }
}
