package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.ancregistry.portals.care.SentAway;
import org.ancregistry.portals.care.TextMessages;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.Registered;
import org.ancregistry.portals.registry.RegistryDown;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.Risks;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** After a registration: her number in large letters, and what comes next. */
@Controller
class DoneController {

    private static final Logger LOG = LoggerFactory.getLogger(DoneController.class);

    private final Steps steps;
    private final Mothers mothers;
    private final Risks risks;
    private final TextMessages texts;
    private final PortalSettings settings;

    DoneController(Steps steps, Mothers mothers, Risks risks, MessageSource messages, PortalSettings settings) {
        this.texts = new TextMessages(messages);
        this.risks = risks;
        this.steps = steps;
        this.mothers = mothers;
        this.settings = settings;
    }

    @GetMapping("/midwife/registrations/{id}/done")
    String done(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Locale locale,
            Model page) {
        var draft = steps.any(id, midwife);
        var registered = draft.answer();
        if (registered == null) {
            return Steps.to(draft, "history");
        }
        page.addAttribute("registered", registered);
        var urgent = registered.urgent();
        if (urgent != null) {
            page.addAttribute("sendAway", sendAway(draft, urgent, request));
            page.addAttribute("ambulance", settings.ambulancePhone());
        }
        page.addAttribute("patient", registered.patient().replace("Patient/", ""));
        page.addAttribute("textNumber", text(registered, request, locale));
        return "midwife/done";
    }

    /** She is registered, whether or not her record can be read again at this moment. */
    private TextMessages.@Nullable Offer text(Registered registered, HttpServletRequest request, Locale locale) {
        try {
            var her = mothers.reachable(request, registered.patient().replace("Patient/", ""));
            return texts.number(her, registered.phn(), locale).orElse(null);
        } catch (RegistryDown | RegistryRefusal unread) {
            LOG.info("No text message is offered after a registration: {}", unread.getMessage());
            return null;
        }
    }

    /** The draft's own request id and moment, so that a second press sends her once. */
    private SentAway sendAway(Draft draft, Registered.Urgent urgent, HttpServletRequest request) {
        return SentAway.of(
                "refer-" + draft.requestId(),
                draft.updatedAt(),
                urgent,
                draft.entry(Section.PLACE).orElse("field-clinic"),
                risks.hospitals(request));
    }
}
