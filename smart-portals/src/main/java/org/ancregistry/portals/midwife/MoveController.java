package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.portals.registry.MidwifeAreas;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.registry.Moves;
import org.ancregistry.portals.registry.Moves.Act;
import org.ancregistry.portals.registry.Moves.Move;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.RequestId;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mother moves: the midwife whom she leaves gives her, the one to whom she comes takes her over. */
@Controller
@RequestMapping("/midwife/mothers/{id:[A-Za-z0-9.-]{1,64}}/move")
class MoveController {

    private static final String PAGE = "midwife/move";
    private static final String LIST = "redirect:/midwife";
    private static final String REFUSE = "refuse";
    private static final Set<String> ACTIONS = Set.of("take", "withdraw", REFUSE);
    private static final int LONGEST_REASON = 500;

    private final Mothers mothers;
    private final Moves moves;
    private final MidwifeAreas midwifeAreas;

    MoveController(Mothers mothers, Moves moves, MidwifeAreas midwifeAreas) {
        this.mothers = mothers;
        this.moves = moves;
        this.midwifeAreas = midwifeAreas;
    }

    /** @param q the first letters of the area's name */
    @GetMapping
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model page) {
        return show(id, new MoveForm(null, null, UUID.randomUUID().toString(), q), midwife, request, page);
    }

    /** Looks for areas with everything else that was typed kept: what she writes is about a woman, and stands in no address. */
    @PostMapping(params = "search")
    String search(
            @PathVariable String id,
            @ModelAttribute("form") MoveForm form,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            Model page) {
        return show(id, form, midwife, request, page);
    }

    @PostMapping
    String give(
            @PathVariable String id,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson midwife,
            HttpServletRequest request,
            RedirectAttributes next,
            Model page) {
        form.check(errors);
        if (errors.hasErrors()) {
            return show(id, form, midwife, request, page);
        }
        try {
            moves.act(request, id, new Act(form.request(), "give", form.area(), form.why()));
            next.addFlashAttribute("moved", "give");
            return mother(id);
        } catch (RegistryRefusal refusal) {
            if (refusal.is("already-decided")) {
                return "redirect:/midwife/mothers/" + id + "/move";
            }
            if (!refusal.is("parameter-invalid")) {
                throw refusal;
            }
            errors.rejectValue("area", "move.area.other");
            return show(id, form, midwife, request, page);
        }
    }

    /** Whoever says that she does not come to her area reaches her record no longer. */
    @PostMapping(params = "action")
    String goOn(
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam String requestId,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (!ACTIONS.contains(action)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var refuses = action.equals(REFUSE);
        try {
            moves.act(request, id, new Act(requestId, refuses ? "withdraw" : action, null, null));
            next.addFlashAttribute("moved", action);
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("not-found")) {
                throw refusal;
            }
            next.addFlashAttribute("moved", "over");
            return LIST;
        }
        return refuses ? LIST : mother(id);
    }

    private String show(String id, MoveForm form, SignedInPerson midwife, HttpServletRequest request, Model page) {
        page.addAttribute("mother", mothers.mother(request, id));
        if (!page.containsAttribute("form")) {
            page.addAttribute("form", form);
        }
        var open = moves.of(request, id);
        open.ifPresentOrElse(move -> showOpen(move, midwife, request, page), () -> showAreas(form, request, page));
        return PAGE;
    }

    private void showOpen(Move move, SignedInPerson midwife, HttpServletRequest request, Model page) {
        page.addAttribute("move", move);
        page.addAttribute("area", midwifeAreas.nameOf(request, move.area()));
        page.addAttribute(
                "mine",
                !midwifeAreas
                        .within(request, Set.of(move.area()), midwife.areas())
                        .isEmpty());
        page.addAttribute("requestId", UUID.randomUUID().toString());
    }

    private void showAreas(MoveForm form, HttpServletRequest request, Model page) {
        var found = midwifeAreas.beginningWith(request, form.beginning());
        page.addAttribute("areas", found.stream().limit(MidwifeAreas.MOST).toList());
        page.addAttribute("more", found.size() > MidwifeAreas.MOST);
    }

    private static String mother(String id) {
        return "redirect:/midwife/mothers/" + id;
    }

    /**
     * Where she moves to.
     *
     * @param area id of the Organization
     * @param q what the list of areas was looked through for
     */
    record MoveForm(
            @Nullable String area,
            @Nullable String reason,
            @Nullable String requestId,
            @Nullable String q) {

        void check(BindingResult errors) {
            if (area == null || !area.matches("[A-Za-z0-9.-]{1,64}")) {
                errors.rejectValue("area", "move.area.missing");
            }
            if (reason != null && reason.length() > LONGEST_REASON) {
                errors.rejectValue("reason", "move.reason.long");
            }
        }

        public String request() {
            return RequestId.orNew(requestId);
        }

        @Nullable
        String why() {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }

        String beginning() {
            return q == null ? "" : q;
        }
    }
}
