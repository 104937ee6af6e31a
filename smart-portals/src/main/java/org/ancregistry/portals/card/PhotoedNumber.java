package org.ancregistry.portals.card;

import java.io.IOException;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/** A number that was read off a photo, for the box that is shown next. */
public final class PhotoedNumber {

    private static final String TOO_LARGE = "too-large";

    private PhotoedNumber() {}

    /** What a page is told of a photo that was turned away. */
    public static void turnedAway(String told, Model page) {
        if (told.equals(TOO_LARGE)) {
            page.addAttribute("photo", TOO_LARGE);
        }
    }

    /** The number in its groups; absent, with word of it on the page, when none could be read. */
    public static @Nullable String of(MultipartFile photo, Model page) throws IOException {
        try (var picture = photo.getInputStream()) {
            var number = CardPhoto.read(picture).map(Phn::grouped).orElse(null);
            page.addAttribute("photo", number == null ? "unread" : "read");
            return number;
        }
    }
}
