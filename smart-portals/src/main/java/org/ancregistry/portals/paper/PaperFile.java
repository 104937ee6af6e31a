package org.ancregistry.portals.paper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF file as an answer, under a name that says nothing of whom it is about: others see the list of downloads. */
public final class PaperFile {

    private PaperFile() {}

    public static ResponseEntity<byte[]> of(String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(file);
    }
}
