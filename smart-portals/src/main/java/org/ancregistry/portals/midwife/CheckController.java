package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.registry.Registered;
import org.ancregistry.portals.registry.RegistryDown;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Step 5: check everything, then register her, once. A refusal is shown with the way to what it is about. */
@Controller
@RequestMapping("/midwife/registrations/{id}/check")
class CheckController {

    private static final Logger LOG = LoggerFactory.getLogger(CheckController.class);

    /** The same registration is being written at this moment: its answer is not known yet. */
    private static final String BUSY = "request-busy";

    private final Steps steps;
    private final Drafts drafts;
    private final Registering registering;

    CheckController(Steps steps, Drafts drafts, Registering registering) {
        this.steps = steps;
        this.drafts = drafts;
        this.registering = registering;
    }

    @GetMapping
    String check(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.sendable(id, midwife);
        page.addAllAttributes(registering.sheet(draft, midwife));
        return "midwife/check";
    }

    @PostMapping
    ModelAndView register(
            @PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, HttpServletRequest request) {
        var draft = steps.sendable(id, midwife);
        if (!registering.ready(draft)) {
            return sheet(draft, midwife, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        var sent = draft.entry(Steps.SENT).isPresent() ? draft : drafts.save(draft.with(Steps.SENT, "yes"));
        try {
            return done(sent, registering.register(sent, request));
        } catch (RegistryRefusal refusal) {
            if (refusal.is(BUSY)) {
                return sheet(sent, midwife, HttpStatus.SERVICE_UNAVAILABLE);
            }
            var open = drafts.save(sent.with(Steps.SENT, ""));
            return sheet(open, midwife, HttpStatus.valueOf(refusal.status()))
                    .addObject(
                            "refusals",
                            refusal.reasons().stream().map(Obstacle::of).toList())
                    .addObject("record", refusal.record().orElse(null));
        } catch (RegistryDown down) {
            LOG.warn("The registry did not answer a registration; the draft {} keeps its request id", id);
            return sheet(sent, midwife, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ModelAndView done(Draft draft, Registered registered) {
        drafts.finish(draft, registered);
        LOG.info("Registered {} from draft {}", registered.patient(), draft.id());
        return new ModelAndView(Steps.to(draft, "done"));
    }

    private ModelAndView sheet(Draft draft, SignedInPerson midwife, HttpStatus status) {
        var page = new ModelAndView("midwife/check", registering.sheet(draft, midwife));
        page.setStatus(status);
        return page;
    }

    /**
     * Why she was not registered.
     *
     * @param code of {@code anc-problem}
     * @param text the registry's own words, in English
     * @param section where it can be put right, when it is about an answer
     */
    record Obstacle(String code, String text, @Nullable String section) {

        static Obstacle of(RegistryRefusal.Reason reason) {
            var section = Section.all()
                    .filter(part -> part.questions().stream()
                            .anyMatch(question -> question.name().equals(entry(reason.field()))))
                    .map(Section::name)
                    .findFirst()
                    .orElse(null);
            return new Obstacle(reason.code(), reason.text(), section);
        }

        private static @Nullable String entry(@Nullable String field) {
            return "birthDate".equals(field) ? Section.BIRTH_DATE : field;
        }
    }
}
