package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.registry.TestDesk;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Her tests: what is new and must be looked at, what is waited for, what was found, and what else she is to have. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/tests")
class TestsController {

    private static final String DECIDED = "already-decided";
    private static final int LONGEST_NOTE = 500;

    private final Records records;
    private final TestDesk desk;
    private final PortalSettings settings;
    private final Clock clock;

    TestsController(Records records, TestDesk desk, PortalSettings settings, Clock clock) {
        this.records = records;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    String tests(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        page.addAttribute("form", new OrderForm(null, null, null, null));
        return show(page, portal, records.summary(request, id), person);
    }

    @PostMapping("/orders")
    String order(
            @PathVariable String portal,
            @PathVariable String id,
            @AuthenticationPrincipal SignedInPerson person,
            @ModelAttribute("form") OrderForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        if (form.known().isEmpty()) {
            errors.rejectValue("tests", "tests.order.tests.missing");
        }
        if (form.text() != null && form.text().length() > LONGEST_NOTE) {
            errors.rejectValue("note", "tests.order.note.long");
        }
        if (errors.hasErrors()) {
            return show(page, portal, records.summary(request, id), person);
        }
        desk.order(request, id, new TestDesk.Order(form.request(), form.known(), form.urgent() != null, form.text()));
        after.addFlashAttribute("ordered", true);
        return back(portal, id);
    }

    @PostMapping("/called-off")
    String callOff(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("looked") LookedForm form,
            HttpServletRequest request,
            RedirectAttributes after) {
        return decided(
                portal,
                id,
                after,
                "calledOff",
                () -> form.orders().forEach(order -> desk.callOff(request, id, form.request(), order)));
    }

    @PostMapping("/seen")
    String seen(
            @PathVariable String portal,
            @PathVariable String id,
            @ModelAttribute("looked") LookedForm form,
            HttpServletRequest request,
            RedirectAttributes after) {
        if (form.orders().isEmpty() && form.told().isEmpty()) {
            after.addFlashAttribute("nothingTicked", true);
            return back(portal, id);
        }
        var looked = new TestDesk.Looked(form.request(), form.orders(), form.told());
        return decided(portal, id, after, "lookedAt", () -> desk.looked(request, id, looked));
    }

    /** Somebody may have been faster: then the page shows how it stands, and says that nothing was changed. */
    private static String decided(String portal, String id, RedirectAttributes after, String done, Runnable act) {
        try {
            act.run();
            after.addFlashAttribute(done, true);
        } catch (RegistryRefusal refusal) {
            if (!refusal.is(DECIDED)) {
                throw refusal;
            }
            after.addFlashAttribute("meanwhile", true);
        }
        return back(portal, id);
    }

    private static String back(String portal, String id) {
        return "redirect:/" + portal + "/mothers/" + id + "/tests";
    }

    private String show(Model page, String portal, MotherRecord record, SignedInPerson person) {
        page.addAttribute("portal", portal);
        page.addAttribute("record", record);
        page.addAttribute("banner", Banner.of(record, LocalDate.ofInstant(clock.instant(), settings.timeZone())));
        page.addAttribute(
                "codes",
                List.of(AntenatalTest.values()).stream()
                        .map(AntenatalTest::code)
                        .toList());
        var inHerCare = person.role() == Role.DOCTOR || person.role() == Role.MIDWIFE;
        page.addAttribute("mayOrder", inHerCare && record.pregnancy().isPresent());
        // A result may come when the pregnancy is over, and she must hear of it all the same.
        page.addAttribute("mayTell", inHerCare);
        page.addAttribute("requestId", UUID.randomUUID().toString());
        return "care/tests";
    }
}
