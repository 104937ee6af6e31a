package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.ancregistry.portals.care.OnePage;
import org.ancregistry.portals.care.SharedPage;
import org.ancregistry.portals.paper.PaperFile;
import org.ancregistry.portals.paper.Papers;
import org.ancregistry.portals.phone.SharedPhone;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.ancregistry.portals.web.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Her record as a file for another hospital's computer; before it she is asked who uses the phone. */
@Controller
class DownloadController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");

    /** Says nothing of what is in it: others see the list of downloads. */
    private static final String FILE = "clinic.json";

    private final Records records;
    private final Papers papers;
    private final SharedPage shown;
    private final OnePage onePage;
    private final PortalSettings settings;
    private final Clock clock;

    DownloadController(
            Records records, Papers papers, SharedPage shown, OnePage onePage, PortalSettings settings, Clock clock) {
        this.onePage = onePage;
        this.records = records;
        this.papers = papers;
        this.shown = shown;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/mother/download")
    String ask(@RequestParam(required = false) @Nullable String phone, HttpServletRequest request, Model page) {
        page.addAttribute("phone", SharedPhone.is(request) ? "others" : phone);
        page.addAttribute("pdf", papers.offered());
        return "mother/download";
    }

    /** To read, or to print where there is a printer. */
    @PostMapping("/mother/download.pdf")
    ResponseEntity<?> paper(
            @AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale, Model page) {
        if (!papers.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (SharedPhone.is(request)) {
            return why();
        }
        var record = records.summary(request, id(her));
        shown.fill(page, record, LocalDate.ofInstant(clock.instant(), settings.timeZone()), locale);
        page.addAttribute("words", request.getAttribute("words"));
        return PaperFile.of("clinic", papers.print("paper/record", locale, page.asMap()));
    }

    /** What matters most of it, on one sheet. */
    @PostMapping("/mother/one-page.pdf")
    ResponseEntity<?> onePage(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request, Locale locale) {
        if (!papers.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (SharedPhone.is(request)) {
            return why();
        }
        var record = records.summary(request, id(her));
        return PaperFile.of("clinic", onePage.forHer(record, request.getAttribute("words"), locale));
    }

    /** What her own sign-in may read, as the registry gives it to programs. */
    @PostMapping("/mother/download")
    ResponseEntity<?> download(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request) {
        if (SharedPhone.is(request)) {
            return why();
        }
        return ResponseEntity.ok()
                .contentType(FHIR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                .body(records.asFile(request, id(her)));
    }

    /** A page that was open before she said it of this phone leads to the words about it. */
    private static ResponseEntity<Void> why() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/mother/download")
                .build();
    }

    private static String id(SignedInPerson her) {
        return her.reference().substring(her.reference().indexOf('/') + 1);
    }
}
