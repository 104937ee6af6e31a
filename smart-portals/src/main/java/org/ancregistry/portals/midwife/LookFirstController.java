package org.ancregistry.portals.midwife;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ancregistry.domain.clinical.Limits;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.portals.signin.SignedInPerson;
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

/**
 * Step 1 without a card: is she among the women in care here already? Her name and the year of her birth tell, before she
 * is asked for her national ID. What was typed is kept for the pages that follow.
 */
@Controller
@RequestMapping("/midwife/registrations/{id}/find/name")
class LookFirstController {

    private static final String PAGE = "midwife/find-name";

    private final Steps steps;
    private final Drafts drafts;
    private final Comparing comparing;
    private final Review review;

    LookFirstController(Steps steps, Drafts drafts, Comparing comparing, Review review) {
        this.steps = steps;
        this.drafts = drafts;
        this.comparing = comparing;
        this.review = review;
    }

    @GetMapping
    String ask(@PathVariable String id, @AuthenticationPrincipal SignedInPerson midwife, Model page) {
        var draft = steps.open(id, midwife);
        var year = DraftAnswers.whole(draft.text(Section.AGE))
                .map(age -> Integer.toString(review.today().getYear() - age));
        page.addAttribute("draft", draft);
        page.addAttribute("form", new LookForm(draft.text(Section.NAME), year.orElse(""), draft.text("phone")));
        return PAGE;
    }

    @PostMapping
    String look(
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson midwife,
            @ModelAttribute("form") LookForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page) {
        var draft = steps.open(id, midwife);
        form.check(review.today().getYear(), errors);
        if (!errors.hasErrors()) {
            draft = drafts.save(draft.with(form.entries(draft, review.today().getYear())));
            var seen = comparing.seen(draft.with(Steps.PHN, ""), request);
            page.addAttribute("found", seen.found());
            page.addAttribute("problem", seen.problem());
        }
        page.addAttribute("draft", draft);
        return PAGE;
    }

    /** What she says of herself. */
    record LookForm(String name, String year, String phone) {

        private static final int LONGEST_NAME = 200;

        LookForm(@Nullable String name, @Nullable String year, @Nullable String phone) {
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.year = Objects.requireNonNullElse(year, "").strip();
            this.phone = Objects.requireNonNullElse(phone, "").strip();
        }

        void check(int thisYear, BindingResult errors) {
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                errors.rejectValue("name", "lookFirst.name.wrong");
            }
            if (!year.matches("[0-9]{4}")
                    || !Limits.AGE_AT_REGISTRATION.possible(BigDecimal.valueOf(thisYear - Integer.parseInt(year)))) {
                errors.rejectValue("year", "lookFirst.year.wrong");
            }
            if (!phone.isEmpty() && PhoneNumber.parse(phone).isEmpty()) {
                errors.rejectValue("phone", "lookFirst.phone.wrong");
            }
        }

        /** A birth date that was entered before says more than a year. */
        Map<String, String> entries(Draft draft, int thisYear) {
            var entries = new LinkedHashMap<String, String>();
            entries.put(Section.NAME, name);
            if (draft.date(Section.BIRTH_DATE).isEmpty()) {
                entries.put(Section.AGE, Integer.toString(thisYear - Integer.parseInt(year)));
            }
            if (!phone.isEmpty()) {
                entries.put("phone", phone);
            }
            return entries;
        }

        /** Says nothing of her. */
        @Override
        public String toString() {
            return "LookForm[…]";
        }
    }
}
