package org.ancregistry.portals.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all pages. Every area of the portals keeps its own file {@code messages/<area>.properties} in English,
 * with {@code _si} and {@code _ta} beside it; a new area is found without being listed anywhere.
 */
final class PageMessages {

    private static final String FOLDER = "messages/";

    private PageMessages() {}

    static ResourceBundleMessageSource read() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(areas());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String[] areas() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*.properties");
            return Arrays.stream(files)
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(name -> name.replace(".properties", ""))
                    .filter(name -> !name.matches(".*_(si|ta)"))
                    .distinct()
                    .sorted()
                    .map(name -> FOLDER + name)
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
