package org.ancregistry.portals.mother;

import jakarta.servlet.http.HttpServletRequest;
import org.ancregistry.portals.registry.Records;
import org.ancregistry.portals.signin.SignedInPerson;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Her record as a file for another hospital's computer; before it, a word about phones that others use. */
@Controller
class DownloadController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8");

    /** Says nothing of what is in it: others see the list of downloads. */
    private static final String FILE = "clinic.json";

    private final Records records;

    DownloadController(Records records) {
        this.records = records;
    }

    @GetMapping("/mother/download")
    String ask() {
        return "mother/download";
    }

    /** What her own sign-in may read, as the registry gives it to programs. */
    @PostMapping("/mother/download")
    ResponseEntity<String> download(@AuthenticationPrincipal SignedInPerson her, HttpServletRequest request) {
        var id = her.reference().substring(her.reference().indexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(FHIR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                .body(records.asFile(request, id));
    }
}
