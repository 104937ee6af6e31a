package org.ancregistry.portals.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;

/**
 * The style sheets, the script and the icon of the pages, read once at start. A file's address carries a hash of its
 * content, so that a phone keeps it for ever and a new version is never mistaken for the old one.
 */
final class Assets {

    static final String PATH = "/assets/";

    private static final List<Source> SOURCES = List.of(
            new Source(
                    "portal.css", MediaType.valueOf("text/css;charset=UTF-8"), List.of("govuk-anc.min.css", "anc.css")),
            new Source("card.css", MediaType.valueOf("text/css;charset=UTF-8"), List.of("card.css")),
            new Source("anc.js", MediaType.valueOf("text/javascript;charset=UTF-8"), List.of("anc.js")),
            new Source("favicon.svg", MediaType.valueOf("image/svg+xml"), List.of("favicon.svg")));

    private final Map<String, Asset> byFileName;

    private Assets(Map<String, Asset> byFileName) {
        this.byFileName = byFileName;
    }

    static Assets read() {
        return new Assets(SOURCES.stream()
                .map(Source::asset)
                .collect(Collectors.toUnmodifiableMap(Asset::fileName, Function.identity())));
    }

    /** Addresses for the templates: {@code portal.css} gives {@code /assets/portal-1a2b3c4d5e.css}. */
    Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        byFileName.values().forEach(asset -> addresses.put(asset.name(), PATH + asset.fileName()));
        return Map.copyOf(addresses);
    }

    Optional<Asset> find(String fileName) {
        return Optional.ofNullable(byFileName.get(fileName));
    }

    /** What lies at that place of the program. */
    static byte[] content(String place) {
        try {
            return new ClassPathResource(place).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name for that content: another content has another. */
    static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One file as it leaves: plain for the few who cannot unpack, compressed for all others. */
    record Asset(String name, String fileName, MediaType type, ByteArrayResource plain, ByteArrayResource compressed) {}

    private record Source(String name, MediaType type, List<String> files) {

        Asset asset() {
            var content = new ByteArrayOutputStream();
            files.stream().map(Source::content).forEach(content::writeBytes);
            var plain = name.endsWith(".css") ? withoutComments(content.toByteArray()) : content.toByteArray();
            return new Asset(
                    name, hashed(plain), type, new ByteArrayResource(plain), new ByteArrayResource(compress(plain)));
        }

        /** They are for us: on a village's network each would be waited for. */
        private static byte[] withoutComments(byte[] styles) {
            return new String(styles, StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/\\s*", "")
                    .getBytes(StandardCharsets.UTF_8);
        }

        private String hashed(byte[] content) {
            var dot = name.lastIndexOf('.');
            return name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
        }

        private static byte[] content(String file) {
            return Assets.content("assets/" + file);
        }

        private static byte[] compress(byte[] plain) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }
}
