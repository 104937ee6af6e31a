package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Sharing;
import org.ancregistry.portals.authorization.AppPermissions;
import org.ancregistry.portals.phone.SharedPhone;
import org.ancregistry.portals.registry.OwnConsents;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.registry.RegistryRefusal;
import org.ancregistry.portals.signin.OwnSignIns;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a woman decides about her record and about this phone, and can change whenever she likes. */
@Controller
@RequestMapping("/mother/settings")
class SettingsController {

    private static final String PAGE = "mother/settings";
    private static final String HERE = "/mother/settings";
    private static final List<String> CHOICES =
            Arrays.stream(Sharing.values()).map(Sharing::code).toList();
    private static final Set<String> STALE =
            Set.of("evidence-expired", "evidence-unknown", "evidence-used", "evidence-not-yours");

    private final Records records;
    private final OwnConsents consents;
    private final OwnSignIns signIns;
    private final ObjectProvider<AppPermissions> apps;

    /**
     * Made once.
     *
     * @param apps where it is missing, no apps of others are let in
     */
    SettingsController(Records records, OwnConsents consents, OwnSignIns signIns, ObjectProvider<AppPermissions> apps) {
        this.records = records;
        this.consents = consents;
        this.signIns = signIns;
        this.apps = apps;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Model page) {
        var record = records.summary(request, id(her));
        page.addAttribute(
                "form",
                new SharingForm(UUID.randomUUID().toString(), record.sharing().orElse(null)));
        apps.ifAvailable(permissions -> page.addAttribute("apps", permissions.of(her.reference())));
        page.addAttribute("own", record.ownConsent().orElse(null));
        page.addAttribute("choices", CHOICES);
        page.addAttribute("record", record);
        page.addAttribute("language", Languages.name(record.woman().language()).orElse(null));
        return PAGE;
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedInPerson her,
            @ModelAttribute("form") SharingForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model page,
            RedirectAttributes after) {
        page.addAttribute("choices", CHOICES);
        if (form.share() == null || !CHOICES.contains(form.share())) {
            errors.rejectValue("share", "settings.share.missing");
            return PAGE;
        }
        var proof = signIns.of(request.getSession());
        if (proof.isEmpty()) {
            page.addAttribute("stale", true);
            return PAGE;
        }
        try {
            consents.choose(request, id(her), form.saying(proof.get()));
        } catch (RegistryRefusal refusal) {
            if (!STALE.contains(refusal.code())) {
                throw refusal;
            }
            page.addAttribute("stale", true);
            return PAGE;
        }
        after.addFlashAttribute("saved", true);
        return "redirect:" + HERE;
    }

    @PostMapping("/phone")
    ResponseEntity<Void> phone(@RequestParam(defaultValue = "no") String shared, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(
                        HttpHeaders.SET_COOKIE,
                        SharedPhone.cookie(shared.equals("yes"), request.isSecure())
                                .toString())
                .header(HttpHeaders.LOCATION, HERE)
                .build();
    }

    /** She lets an app in no longer. */
    @PostMapping("/apps")
    String end(
            @AuthenticationPrincipal SignedInPerson her,
            @RequestParam(defaultValue = "") String permission,
            RedirectAttributes after) {
        apps.ifAvailable(permissions -> permissions.end(her.reference(), permission));
        after.addFlashAttribute("saved", true);
        return "redirect:" + HERE;
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }

    /**
     * With whom she shares.
     *
     * @param share a code of {@link Sharing}
     */
    record SharingForm(@Nullable String requestId, @Nullable String share) {

        OwnConsents.Choice saying(OwnSignIns.Proof proof) {
            return new OwnConsents.Choice(
                    String.valueOf(requestId), String.valueOf(share), proof.evidence(), proof.draft());
        }
    }
}
