package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.WomenByName;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A doctor has a woman before her and no number. Her name and her birth date lead to her, and she is checked in with both,
 * as she would be with her number. What was typed comes in forms only, since addresses are kept in logs.
 */
@Controller
@RequestMapping("/doctor/by-name")
class ByNameController {

    private static final String PAGE = "care/by-name";

    private final WomenByName women;

    ByNameController(WomenByName women) {
        this.women = women;
    }

    /** Also after a reload, or in another language: the name is typed again. */
    @GetMapping({"", "/check-in"})
    String ask(Model page) {
        page.addAttribute("form", new ByNameForm(null, TypedDate.EMPTY));
        return PAGE;
    }

    @PostMapping
    String find(@ModelAttribute("form") ByNameForm form, BindingResult errors, HttpServletRequest request, Model page) {
        var born = form.birthDate().date();
        form.check(errors);
        if (born.isEmpty() || errors.hasErrors()) {
            return PAGE;
        }
        try {
            page.addAttribute("women", women.like(request, form.name(), born.get()));
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("name", problem(refusal));
        }
        return PAGE;
    }

    @PostMapping("/check-in")
    String checkIn(
            @RequestParam String patient,
            @ModelAttribute("form") ByNameForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var born = form.birthDate().date();
        form.check(errors);
        if (born.isEmpty() || errors.hasErrors()) {
            return PAGE;
        }
        try {
            var opened = women.checkIn(request, patient, form.name(), born.get());
            return "redirect:/doctor/mothers/" + opened + "/summary";
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("name", problem(refusal));
            return PAGE;
        }
    }

    private static String problem(RegistryRefusal refusal) {
        return switch (refusal.code()) {
            case "parameter-invalid" -> "byName.name.wrong";
            case "not-found" -> "byName.miss";
            case "record-closed" -> "byName.closed";
            case "too-many-attempts" -> "checkIn.tooMany";
            case "forbidden" -> "byName.doctors";
            default -> throw refusal;
        };
    }

    /** Her name and birth date, as she says them. */
    record ByNameForm(String name, TypedDate birthDate) {

        ByNameForm(@Nullable String name, @Nullable TypedDate birthDate) {
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.birthDate = Objects.requireNonNullElse(birthDate, TypedDate.EMPTY);
        }

        void check(BindingResult errors) {
            if (name.isEmpty()) {
                errors.rejectValue("name", "byName.name.wrong");
            }
            if (birthDate.date().isEmpty()) {
                errors.rejectValue("birthDate", "checkIn.birthDate.wrong");
            }
        }

        /** Says nothing of her. */
        @Override
        public String toString() {
            return "ByNameForm[…]";
        }
    }
}
