package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.ReferralLetter;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.Referrals;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.PortalSettings;
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

    private final Records records;
    private final Referrals referrals;
    private final PortalSettings settings;
    private final Clock clock;

    ReferralController(Records records, Referrals referrals, PortalSettings settings, Clock clock) {
        this.records = records;
        this.referrals = referrals;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/seen")
    String seen(
            @PathVariable String id,
            @PathVariable String referral,
            @ModelAttribute("form") ReplyForm form,
            HttpServletRequest request,
            RedirectAttributes after) {
        referrals.answer(request, id, new Referrals.Answer(form.request(), referral, Map.of(), null));
        after.addFlashAttribute("referralSeen", true);
        return "redirect:/doctor/mothers/" + id + "/summary";
    }

    @GetMapping("/reply")
    String ask(@PathVariable String id, @PathVariable String referral, HttpServletRequest request, Model page) {
        var record = records.summary(request, id);
        return show(page, record, letter(record, referral), ReplyForm.EMPTY);
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
        form.check(today(), errors);
        if (errors.hasErrors()) {
            var record = records.summary(request, id);
            return show(page, record, letter(record, referral), form);
        }
        try {
            var answer = new Referrals.Answer(form.request(), referral, form.parts(), form.review());
            referrals.answer(request, id, answer);
            after.addFlashAttribute("replied", "done");
            after.addFlashAttribute("repliedLetter", "/doctor/mothers/" + id + "/referrals/" + referral + "/letter");
        } catch (RegistryRefusal refusal) {
            if (!refusal.is("already-decided")) {
                throw refusal;
            }
            after.addFlashAttribute("replied", "before");
        }
        return "redirect:/doctor";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.timeZone());
    }

    private static ReferralLetter letter(MotherRecord record, String referral) {
        return record.referrals().stream()
                .filter(letter -> letter.id().equals(referral) && letter.open())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Model page, MotherRecord record, ReferralLetter letter, ReplyForm form) {
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, today()));
        page.addAttribute("letter", letter);
        page.addAttribute("form", form);
        return "care/reply";
    }
}
