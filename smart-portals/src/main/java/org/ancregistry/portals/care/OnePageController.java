package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.ancregistry.portals.paper.PaperFile;
import org.ancregistry.portals.paper.Papers;
import org.ancregistry.portals.registry.Records;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A woman's record on one sheet, for staff who send her elsewhere or go to see her where no network is. */
@Controller
class OnePageController {

    private final Records records;
    private final Papers papers;
    private final OnePage onePage;

    OnePageController(Records records, Papers papers, OnePage onePage) {
        this.records = records;
        this.papers = papers;
        this.onePage = onePage;
    }

    @GetMapping("/{portal:doctor|midwife}/mothers/{id:[A-Za-z0-9.-]{1,64}}/one-page.pdf")
    ResponseEntity<byte[]> file(@PathVariable String id, HttpServletRequest request, Locale locale) {
        if (!papers.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var record = records.summary(request, id);
        return PaperFile.of("summary", onePage.forStaff(record, request.getAttribute("words"), locale));
    }
}
