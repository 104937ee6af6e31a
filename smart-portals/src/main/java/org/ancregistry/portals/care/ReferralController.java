package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.ReferralLetter;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.Referrals;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clinic that a mother was sent to says that it has seen her, and replies to her midwife. */
@Controller
@RequestMapping("/doctor/mothers/{id:[A-Za-z0-9.-]{1,64}}/referrals/{referral:[A-Za-z0-9.-]{1,64}}")
class ReferralController {

    private static final int LONGEST_REPLY = 4000;

    private final Records records;
    private final Referrals referrals;

    ReferralController(Records records, Referrals referrals) {
        this.records = records;
        this.referrals = referrals;
    }

    @PostMapping("/seen")
    String seen(
            @PathVariable String id,
            @PathVariable String referral,
            @ModelAttribute("form") ReplyForm form,
            HttpServletRequest request,
            RedirectAttributes after) {
        referrals.answer(request, id, new Referrals.Answer(form.request(), referral, Map.of()));
        after.addFlashAttribute("referralSeen", true);
        return "redirect:/doctor/mothers/" + id + "/summary";
    }

    @GetMapping("/reply")
    String ask(@PathVariable String id, @PathVariable String referral, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        return show(page, record, letter(record, referral), new ReplyForm(null, null, null, null));
    }

    /** A reply closes the referral: what follows is the list of those who are sent. */
    @PostMapping("/reply")
    String reply(
            @PathVariable String id,
            @PathVariable String referral,
            @ModelAttribute("form") ReplyForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        if (form.parts().isEmpty() || form.length() > LONGEST_REPLY) {
            errors.rejectValue("found", "referral.reply.missing");
            var record = records.summary(request, id);
            return show(page, record, letter(record, referral), form);
        }
        try {
            referrals.answer(request, id, new Referrals.Answer(form.request(), referral, form.parts()));
            after.addFlashAttribute("replied", "done");
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("already-decided")) {
                throw refusal;
            }
            after.addFlashAttribute("replied", "before");
        }
        return "redirect:/doctor";
    }

    private static ReferralLetter letter(MotherRecord record, String referral) {
        return record.referrals().stream()
                .filter(letter -> letter.id().equals(referral) && letter.open())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String show(Model page, MotherRecord record, ReferralLetter letter, ReplyForm form) {
        page.addAttribute("record", record);
        page.addAttribute("letter", letter);
        page.addAttribute("form", form);
        return "care/reply";
    }

    /**
     * The reply as it was typed.
     *
     * @param requestId made with the page: sent twice, it is one reply
     */
    record ReplyForm(
            @Nullable String requestId,
            @Nullable String found,
            @Nullable String done,
            @Nullable String please) {

        public String request() {
            return RequestId.orNew(requestId);
        }

        /** What was written, by part. */
        Map<String, String> parts() {
            var parts = new LinkedHashMap<String, String>();
            put(parts, "found", found);
            put(parts, "done", done);
            put(parts, "please", please);
            return parts;
        }

        private static void put(Map<String, String> parts, String part, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                parts.put(part, text.strip());
            }
        }

        int length() {
            return parts().values().stream().mapToInt(String::length).sum();
        }
    }
}
