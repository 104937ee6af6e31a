package org.ancregistry.portals.outcome;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.ancregistry.portals.record.Ended;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.Outcomes;
import org.ancregistry.portals.registry.Outcomes.Wrong;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was written about the end of a pregnancy was wrong: with a reason, the pregnancy goes on. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/outcome/wrong")
class WrongController {

    private static final int LONGEST_REASON = 500;

    private final Records records;
    private final Outcomes outcomes;

    WrongController(Records records, Outcomes outcomes) {
        this.records = records;
        this.outcomes = outcomes;
    }

    /** For the pages: a doctor's lead back to hers, a midwife's to hers. */
    @ModelAttribute("portal")
    String portal(@PathVariable String portal) {
        return portal;
    }

    @GetMapping
    String ask(@PathVariable String id, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        var ended = correctable(record);
        return ended.isEmpty() ? summary() : show(page, record, WrongForm.of(ended.get()));
    }

    @PostMapping
    String takeBack(
            @PathVariable String id,
            @ModelAttribute("form") WrongForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        var record = records.summary(request, id);
        if (form.why().isEmpty() || form.why().length() > LONGEST_REASON) {
            errors.rejectValue("reason", "outcome.reason.missing");
            return correctable(record).isEmpty() ? summary() : show(page, record, form);
        }
        try {
            outcomes.takeBack(request, id, form.wrong());
            after.addFlashAttribute("reopened", true);
            return summary();
        } catch (RegistryRefusal refusal) {
            if (refusal.is("newer-pregnancy")) {
                after.addFlashAttribute("newerPregnancy", true);
                return summary();
            } else if (!refusal.is("version-conflict")) {
                throw refusal;
            }
            page.addAttribute("conflict", true);
            return correctable(record)
                    .map(ended -> show(page, record, form.seen(ended)))
                    .orElseGet(() -> summary());
        }
    }

    private static Optional<Ended> correctable(MotherRecord record) {
        return record.ended().filter(ended -> ended.contact() != null);
    }

    private static String show(Model page, MotherRecord record, WrongForm form) {
        page.addAttribute("record", record);
        page.addAttribute("ended", record.ended().orElseThrow());
        page.addAttribute("form", form);
        return "midwife/outcome-wrong";
    }

    private static String summary() {
        return "redirect:/{portal}/mothers/{id}/summary";
    }

    /**
     * Why it is taken back.
     *
     * @param contact id of the Encounter that wrote it down
     */
    record WrongForm(
            @Nullable String requestId,
            @Nullable String basedOn,
            @Nullable String contact,
            @Nullable String reason) {

        static WrongForm of(Ended ended) {
            return new WrongForm(UUID.randomUUID().toString(), ended.version(), ended.contact(), "");
        }

        /** The same of what is in the record now. */
        WrongForm seen(Ended ended) {
            return new WrongForm(UUID.randomUUID().toString(), ended.version(), ended.contact(), reason);
        }

        String why() {
            return reason == null ? "" : reason.strip();
        }

        Wrong wrong() {
            return new Wrong(text(requestId), text(basedOn), text(contact), why());
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }
}
