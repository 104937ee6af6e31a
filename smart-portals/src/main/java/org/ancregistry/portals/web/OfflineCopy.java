package org.ancregistry.portals.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a phone keeps for when there is no network. It is named by all that makes it: a browser asks for the worker again by
 * itself, and fetches the pages anew when anything of them is different.
 *
 * @param worker the script that keeps the pages
 */
record OfflineCopy(String worker) {

    private static final String SCRIPT = "assets/service-worker.js";

    private static final List<String> PAGES =
            List.of(SCRIPT, "templates/danger-signs.html", "templates/layout.html", "templates/mother/menu.html");

    private static final List<String> WORDS = List.of("common", "mother", "rules");

    static OfflineCopy of(Assets assets, PortalSettings settings) {
        var addresses = assets.addresses();
        var made = new ByteArrayOutputStream();
        Stream.concat(PAGES.stream(), WORDS.stream().flatMap(OfflineCopy::inEachLanguage))
                .map(Assets::content)
                .forEach(made::writeBytes);
        made.writeBytes(
                (addresses.values().stream().sorted().toList() + settings.ambulancePhone() + settings.helpPhone())
                        .getBytes(StandardCharsets.UTF_8));
        return new OfflineCopy(new String(Assets.content(SCRIPT), StandardCharsets.UTF_8)
                .replace("@version@", Assets.hash(made.toByteArray()))
                .replace("@styles@", withoutSlash(String.valueOf(addresses.get("portal.css")))));
    }

    private static Stream<String> inEachLanguage(String words) {
        return Stream.of("", "_si", "_ta").map(language -> "messages/" + words + language + ".properties");
    }

    /** Below the address that the worker is registered for. */
    private static String withoutSlash(String address) {
        return address.substring(1);
    }
}
