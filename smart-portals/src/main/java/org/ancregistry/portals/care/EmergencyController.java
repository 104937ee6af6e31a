package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.card.TypedNumber;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.web.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A doctor opens the record of a woman who cannot be checked in: for a short time, under her own name, with a reason that
 * the woman and the supervisor read. The number comes in a form, since addresses are kept in logs.
 */
@Controller
@RequestMapping("/doctor/emergency")
class EmergencyController {

    private static final String PAGE = "care/emergency";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final Records records;

    EmergencyController(Records records) {
        this.records = records;
    }

    /** The page in another language, or once more after a reload: the number is typed again, since no address holds it. */
    @GetMapping({"", "/open"})
    String askAnew(Model page) {
        page.addAttribute("form", new EmergencyForm(null, null, null, null));
        return PAGE;
    }

    /** From the check-in page, with the number that was looked for. */
    @PostMapping
    String ask(@ModelAttribute("form") EmergencyForm form, BindingResult errors) {
        return PAGE;
    }

    @PostMapping("/open")
    String open(@ModelAttribute("form") EmergencyForm form, BindingResult errors, HttpServletRequest request) {
        var phn = form.number();
        form.check(errors);
        if (phn.isEmpty() || errors.hasErrors()) {
            return PAGE;
        }
        try {
            var opened = records.breakGlass(request, form.requestId(), phn.get(), form.why());
            OpenEmergencies.opened(request.getSession(), opened.id(), opened.until());
            return "redirect:/doctor/mothers/" + opened.id() + "/summary";
        } catch (RegistryRefusal refusal) {
            errors.rejectValue("phn", problem(refusal));
            return PAGE;
        }
    }

    private static String problem(RegistryRefusal refusal) {
        return switch (refusal.code()) {
            case "not-found" -> "emergency.phn.miss";
            case "too-many-attempts" -> "checkIn.tooMany";
            case "forbidden" -> "emergency.phn.doctors";
            default -> throw refusal;
        };
    }

    /**
     * Why it is opened.
     *
     * @param understood ticked: she will see it
     */
    record EmergencyForm(
            @Nullable String phn,
            @Nullable String reason,
            @Nullable String understood,
            String requestId) {

        EmergencyForm(
                @Nullable String phn,
                @Nullable String reason,
                @Nullable String understood,
                @Nullable String requestId) {
            this.phn = phn;
            this.reason = reason;
            this.understood = understood;
            this.requestId = RequestId.orNew(requestId);
        }

        public Optional<Phn> number() {
            return Phn.parse(phn == null ? "" : phn);
        }

        String why() {
            return reason == null ? "" : reason.strip();
        }

        void check(BindingResult errors) {
            TypedNumber.read(phn, errors);
            if (why().length() < SHORTEST_REASON || why().length() > LONGEST_REASON) {
                errors.rejectValue("reason", "emergency.reason.missing");
            }
            if (!"yes".equals(understood)) {
                errors.rejectValue("understood", "emergency.understood.missing");
            }
        }
    }
}
