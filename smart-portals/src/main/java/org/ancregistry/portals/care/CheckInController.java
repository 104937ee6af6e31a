package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.card.NumberCheck;
import org.ancregistry.portals.card.PhotoedNumber;
import org.ancregistry.portals.card.TypedNumber;
import org.ancregistry.portals.registry.Arrivals;
import org.ancregistry.portals.registry.Questions;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.Referrals;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.KeptInForm;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A clinic's first page: find her by the number on her card. A woman who is not in this clinic's care yet is checked in
 * with her birth date as well, which she says herself; the registry answers every miss alike.
 */
@Controller
class CheckInController {

    private static final String FIND = "care/find";
    private static final String CHECK_IN = "care/check-in";
    private static final String TOO_MANY = "too-many-attempts";

    private final Records records;
    private final Referrals referrals;
    private final Arrivals arrivals;
    private final Questions questions;
    private final NumberCheck check;
    private final EmergencyWomen opened;

    CheckInController(
            Records records,
            Referrals referrals,
            Arrivals arrivals,
            Questions questions,
            NumberCheck check,
            EmergencyWomen opened) {
        this.opened = opened;
        this.check = check;
        this.arrivals = arrivals;
        this.records = records;
        this.referrals = referrals;
        this.questions = questions;
    }

    /** Also in place of the pages that follow, asked for in another language: no address holds a number. */
    @GetMapping({"/doctor", "/doctor/find", "/doctor/check-in"})
    String ask(
            @RequestParam(defaultValue = "") String photo,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        PhotoedNumber.turnedAway(photo, page);
        page.addAttribute("form", new FindForm(null));
        return shown(person, request, page);
    }

    private String shown(SignedInPerson person, HttpServletRequest request, Model page) {
        var women = ClinicWomen.of(request, person.facility(), referrals, arrivals);
        page.addAttribute("referred", women.referred());
        page.addAttribute("checkedIn", women.checkedIn());
        page.addAttribute("emergencies", opened.of(request));
        page.addAttribute(
                "asking", questions.waitingAmong(request, women.patients()).size());
        return FIND;
    }

    @PostMapping("/doctor/find")
    String find(
            @ModelAttribute("form") FindForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var phn = form.number(errors);
        if (phn == null) {
            return shown(person, request, page);
        }
        var reached = records.withPhn(request, phn);
        if (reached.isPresent()) {
            return summary(reached.get());
        }
        page.addAttribute("form", new CheckInForm(phn.value(), TypedDate.EMPTY));
        return asked(phn.value(), page);
    }

    /** The number stays in a form, and comes again with it in another language. */
    private String asked(@Nullable String phn, Model page) {
        page.addAttribute("doubtful", check.isDoubtful(phn));
        page.addAttribute("keptInForm", KeptInForm.of("/doctor/find", "phn", phn));
        return CHECK_IN;
    }

    /** A photo of her card puts the number into the box; a person looks at it before she is looked for. */
    @PostMapping("/doctor/find/photo")
    String photo(
            @RequestParam MultipartFile photo,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page)
            throws IOException {
        page.addAttribute("form", new FindForm(PhotoedNumber.of(photo, page)));
        return shown(person, request, page);
    }

    @PostMapping("/doctor/check-in")
    String checkIn(
            @ModelAttribute("form") CheckInForm form, BindingResult errors, HttpServletRequest request, Model page) {
        var phn = Phn.parse(form.phn() == null ? "" : form.phn());
        var born = form.birthDate().date();
        if (phn.isEmpty() || born.isEmpty()) {
            errors.rejectValue("birthDate", "checkIn.birthDate.wrong");
            return asked(form.phn(), page);
        }
        try {
            return summary(records.checkIn(request, phn.get(), born.get()));
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("birthDate", refusal.is(TOO_MANY) ? "checkIn.tooMany" : "checkIn.miss");
            return asked(form.phn(), page);
        }
    }

    private static String summary(String mother) {
        return "redirect:/doctor/mothers/" + mother + "/summary";
    }

    /** The number as typed or scanned. */
    record FindForm(@Nullable String phn) {

        @Nullable
        Phn number(BindingResult errors) {
            return TypedNumber.read(phn, errors).orElse(null);
        }
    }

    /** The number again, and the birth date that she says. */
    record CheckInForm(@Nullable String phn, TypedDate birthDate) {

        CheckInForm(@Nullable String phn, @Nullable TypedDate birthDate) {
            this.phn = phn;
            this.birthDate = Objects.requireNonNullElse(birthDate, TypedDate.EMPTY);
        }
    }
}
