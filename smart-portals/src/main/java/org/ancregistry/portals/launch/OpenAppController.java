package org.ancregistry.portals.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.apps.Launches;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.registry.Mothers;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Opens an app with a woman's record at hand (SMART App Launch 2.2, "launch from EHR"), which the person must reach. */
@Controller
@RequestMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/apps")
class OpenAppController {

    private final Apps apps;
    private final Launches launches;
    private final Mothers mothers;
    private final Installation installation;

    OpenAppController(Apps apps, Launches launches, Mothers mothers, Installation installation) {
        this.apps = apps;
        this.launches = launches;
        this.mothers = mothers;
        this.installation = installation;
    }

    @GetMapping
    String list(@PathVariable String portal, @PathVariable String id, HttpServletRequest request, Model page) {
        page.addAttribute("portal", portal);
        page.addAttribute("mother", mothers.mother(request, id));
        page.addAttribute(
                "apps",
                apps.all().stream().filter(app -> app.launchUri() != null).toList());
        return "apps/open";
    }

    /** The way out is a link, because a form must not lead off the site; it works once, for a few minutes. */
    @PostMapping
    String open(
            @PathVariable String portal,
            @PathVariable String id,
            @RequestParam String app,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model page) {
        var opened = apps.of(app).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var address = Optional.ofNullable(opened.launchUri())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var mother = mothers.mother(request, id);
        page.addAttribute("portal", portal);
        page.addAttribute("mother", mother);
        page.addAttribute("app", opened);
        var launch = new Launches.Launch(
                opened.clientId(),
                person.reference(),
                "Patient/" + mother.id(),
                mothers.contactToday(request, mother.id()).orElse(null));
        page.addAttribute("link", link(address, launches.begin(launch)));
        return "apps/ready";
    }

    private String link(URI address, String launch) {
        return UriComponentsBuilder.fromUri(address)
                .queryParam("iss", UriUtils.encode(installation.fhirBase(), StandardCharsets.UTF_8))
                .queryParam("launch", launch)
                .build(true)
                .toUriString();
    }
}
