package org.ancregistry.server.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the journeys of a run have seen: each page once for each way of looking at it, its source for the Nu checker, and
 * how long the server took over it. With {@code -Danc.pictures=true} also a picture of it, on a phone and at a desk.
 */
final class SeenPages {

    private static final boolean PICTURES = Boolean.getBoolean("anc.pictures");

    /** Nobody looks at a longer one; a list of seventy rules would weigh as much as all other pictures. */
    private static final double TALLEST_PICTURE = 3_000;

    /** Of all journeys of a run: a sign-in page needs no second look because another class signs in, too. */
    private static final Set<String> WEIGHED = ConcurrentHashMap.newKeySet();

    private final String origin;
    private final TestBrowser browser;
    private final Path folder;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<String>> foreign = new TreeMap<>();
    private final List<Double> warmMillis = new ArrayList<>();

    /** @param folder below {@code target}, for this run's sources and pictures */
    SeenPages(String origin, TestBrowser browser, String folder) {
        this.origin = origin;
        this.browser = browser;
        this.folder = emptied(Path.of("target", folder));
    }

    /** The registry's own address; pages from elsewhere are not its matter. */
    String origin() {
        return origin;
    }

    TestBrowser browser() {
        return browser;
    }

    /** Where the sources lie. */
    Path folder() {
        return folder;
    }

    /** Whether nothing was noted under that key before. */
    boolean isNew(String key) {
        return seen.add(key);
    }

    /** Whether no journey of this run has weighed a page of that kind. */
    boolean isUnweighed(String kind) {
        return WEIGHED.add(kind);
    }

    /** How long the server took over a page. Its first time does not count: that is when templates are read. */
    void took(String kind, double millis) {
        if (!isNew("took " + kind)) {
            warmMillis.add(millis);
        }
    }

    /** The time that 95 of 100 warm pages stay below. */
    double p95() {
        var sorted = warmMillis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    int warmPages() {
        return warmMillis.size();
    }

    /** Notes English words on a page in another language. */
    void foreign(String name, List<String> words) {
        if (!words.isEmpty()) {
            foreign.put(name, words);
        }
    }

    /** Pages with words in another language than theirs. */
    Map<String, List<String>> foreign() {
        return foreign;
    }

    void keep(String name, String source, Page page) {
        try {
            Files.writeString(folder.resolve(name + ".html"), source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (PICTURES) {
            List.of(Look.PHONE, Look.DESK).forEach(width -> picture(name, width, page));
        }
    }

    private void picture(String name, int width, Page page) {
        var usual = page.viewportSize();
        page.setViewportSize(width, usual.height);
        var tall = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, width, Math.min(tall, TALLEST_PICTURE))
                .setPath(folder.resolve(name + "-" + width + ".png")));
        page.setViewportSize(usual.width, usual.height);
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var old = Files.list(folder)) {
                old.map(Path::toFile).forEach(file -> file.delete());
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
