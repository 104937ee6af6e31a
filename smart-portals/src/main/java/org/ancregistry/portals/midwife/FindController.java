package org.ancregistry.portals.midwife;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.portals.card.PhotoedNumber;
import org.ancregistry.portals.card.TypedNumber;
import org.ancregistry.portals.signin.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.web.multipart.MultipartFile;

/** Step 1: does she have a number already? A number that cannot be one is noticed before anybody is asked. */
@Controller
@RequestMapping("/midwife/registrations/{id}/find")
class FindController {

    private static final String PAGE = "midwife/find";

    private final Steps steps;
    private final Drafts drafts;
    private final PhnPolicy policy;

    FindController(Steps steps, Drafts drafts, ObjectProvider<PhnPolicy> policy) {
        this.steps = steps;
        this.drafts = drafts;
        this.policy = policy.getIfAvailable(PhnPolicy::sriLanka);
    }

    @GetMapping
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String photo,
            @AuthenticationPrincipal SignedInPerson midwife,
            Model page) {
        PhotoedNumber.turnedAway(photo, page);
        var draft = steps.open(id, midwife);
        page.addAttribute("draft", draft);
        page.addAttribute("form", new FindForm(draft.text(Steps.PHN), null));
        return PAGE;
    }

    /** A photo of her card puts the number into the box; the midwife looks at it before she goes on. */
    @PostMapping("/photo")
    String photo(
            @PathVariable String id,
            @RequestParam MultipartFile photo,
            @AuthenticationPrincipal SignedInPerson midwife,
            Model page)
            throws IOException {
        page.addAttribute("draft", steps.open(id, midwife));
        page.addAttribute("form", new FindForm(PhotoedNumber.of(photo, page), null));
        return PAGE;
    }

    /** In another language after a photo, whose address has no page of its own. */
    @GetMapping("/photo")
    String again(@PathVariable String id) {
        return "redirect:/midwife/registrations/" + id + "/find";
    }

    @PostMapping
    String answer(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @ModelAttribute("form") FindForm form,
            BindingResult errors,
            Model page) {
        var draft = steps.open(id, midwife);
        form.check(errors);
        if (errors.hasErrors()) {
            page.addAttribute("draft", draft);
            return PAGE;
        }
        if (form.number().filter(this::doubtful).filter(form::isNew).isPresent()) {
            page.addAttribute("draft", draft);
            page.addAttribute("doubtful", form.number().orElseThrow());
            return PAGE;
        }
        var changed = form.changed(draft);
        var saved = drafts.save(changed);
        return Steps.to(
                saved, saved.evidence() == null && saved.entry(Steps.REASON).isEmpty() ? "identity" : "compare");
    }

    /** A number whose last character does not fit is read once more before anybody is asked for an ID; it is not refused. */
    private boolean doubtful(Phn number) {
        return !policy.check(number).known();
    }

    /**
     * The number as typed or scanned, or nothing.
     *
     * @param seen the number that she was asked to read once more
     */
    record FindForm(@Nullable String phn, @Nullable String seen) {

        Optional<Phn> number() {
            return Phn.parse(Objects.requireNonNullElse(phn, ""));
        }

        boolean isNew(Phn number) {
            return !number.value().equals(seen);
        }

        void check(BindingResult errors) {
            if (phn != null && !phn.isBlank()) {
                TypedNumber.read(phn, errors);
            }
        }

        /** Another number was not decided about yet. */
        Draft changed(Draft draft) {
            var number = number().map(Phn::value).orElse("");
            return number.equals(draft.text(Steps.PHN))
                    ? draft
                    : draft.with(Map.of(Steps.PHN, number, Steps.DECISION, "", Steps.MOVED, ""));
        }
    }
}
