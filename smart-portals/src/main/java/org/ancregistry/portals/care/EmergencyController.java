package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.card.NumberCheck;
import org.ancregistry.portals.card.TypedNumber;
import org.ancregistry.portals.registry.EmergencyDesk;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.KeptInForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A doctor opens the record of a woman who cannot be checked in: for a short time, under her own name, with a reason that
 * the supervisor reads. First the page says whose number it is. The number comes in a form, since addresses are kept in
 * logs.
 */
@Controller
@RequestMapping("/doctor/emergency")
class EmergencyController {

    private static final String PAGE = "care/emergency";

    private final EmergencyDesk desk;
    private final NumberCheck check;

    EmergencyController(EmergencyDesk desk, NumberCheck check) {
        this.check = check;
        this.desk = desk;
    }

    /** The page once more after a reload: the number is typed again, since no address holds it. */
    @GetMapping({"", "/open"})
    String askAnew(Model page) {
        page.addAttribute("form", EmergencyForm.EMPTY);
        return PAGE;
    }

    /** Whose number it is, before anything is opened: a slip of the pen may be another woman's. */
    @PostMapping
    String ask(
            @ModelAttribute("form") EmergencyForm form, BindingResult errors, HttpServletRequest request, Model page) {
        TypedNumber.read(form.phn(), errors).ifPresent(phn -> name(phn, form, errors, request, page));
        return shown(form, page);
    }

    @PostMapping("/open")
    String open(
            @ModelAttribute("form") EmergencyForm form, BindingResult errors, HttpServletRequest request, Model page) {
        var phn = form.number();
        if (phn.isEmpty() || !form.named()) {
            return ask(form, errors, request, page);
        }
        form.check(errors);
        if (errors.hasErrors()) {
            return shown(form, page);
        }
        try {
            var opened = desk.open(request, phn.get(), form.why());
            OpenEmergencies.opened(request.getSession(), opened.id(), opened.until());
            return "redirect:/doctor/mothers/" + opened.id() + "/summary";
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("phn", problem(refusal));
            return shown(form, page);
        }
    }

    private void name(Phn phn, EmergencyForm form, BindingResult errors, HttpServletRequest request, Model page) {
        try {
            page.addAttribute("form", form.of(phn, desk.holder(request, phn)));
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("phn", problem(refusal));
        }
    }

    private String shown(EmergencyForm form, Model page) {
        page.addAttribute("doubtful", check.isDoubtful(form.phn()));
        page.addAttribute("keptInForm", KeptInForm.of("/doctor/emergency", "phn", form.phn()));
        page.addAttribute("kinds", EmergencyForm.KINDS);
        return PAGE;
    }

    private static String problem(RegistryRefusal refusal) {
        return switch (refusal.code()) {
            case "not-found" -> "emergency.phn.miss";
            case "too-many-attempts" -> "checkIn.tooMany";
            case "forbidden" -> "emergency.phn.refused";
            default -> throw refusal;
        };
    }
}
