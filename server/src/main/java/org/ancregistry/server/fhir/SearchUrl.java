package org.ancregistry.server.fhir;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The question mark of a FHIR address and what stands behind it.
 *
 * <p>Searches that lead through other resources are refused: the answer to "who has an Observation that says X" tells
 * something about women whom the asker may not see, whatever is later left out of the answer.
 */
final class SearchUrl {

    private static final Set<String> OFF = Set.of("_filter", "_list", "_query", "_text", "_content", "_contained");

    private static final int MOST = 1_000_000;

    /** Search parameters that hold a number, besides those whose name ends in quantity. */
    private static final Set<String> NUMBERS = Set.of("abatement-age", "length", "onset-age", "probability");

    /** HAPI writes a number out in full: one with an exponent of nine digits takes all the memory there is. */
    private static final Pattern HUGE = Pattern.compile("[\\d.][eE][+-]?\\d{3,}");

    private SearchUrl() {}

    /** Refuses {@code url} when its search is switched off; an address without a search passes. */
    static void check(String url) {
        var question = url.indexOf('?');
        if (question >= 0) {
            check(UrlUtil.parseQueryString(url.substring(question + 1)));
        }
    }

    /** Refuses search parameters that are switched off. */
    static void check(Map<String, String[]> parameters) {
        parameters.forEach((name, values) -> {
            if (isOff(name) || sortsThroughAnother(name, values)) {
                throw new InvalidRequestException(
                        "This server does not search through other resources: leave out _has, _filter, :iterate and"
                                + " parameters with a dot, and ask for each resource on its own.");
            }
            if (isNumber(name) && !Stream.of(values).allMatch(SearchUrl::isSmallNumber)) {
                throw new InvalidRequestException(name + " must be a whole number from 0 to " + MOST + ".");
            }
            if (holdsNumbers(name)
                    && Stream.of(values).anyMatch(value -> HUGE.matcher(value).find())) {
                throw new InvalidRequestException("A number of this search is too large or too small.");
            }
        });
    }

    private static boolean isOff(String name) {
        var base = name.split(":", 2)[0];
        return OFF.contains(base)
                || base.equals("_has")
                || name.contains(".")
                || name.endsWith(":iterate")
                || name.endsWith(":recurse");
    }

    private static boolean holdsNumbers(String name) {
        var base = name.split(":", 2)[0];
        return base.endsWith("quantity") || NUMBERS.contains(base);
    }

    private static boolean isNumber(String name) {
        return name.equals("_count") || name.equals("_offset");
    }

    private static boolean isSmallNumber(String value) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) <= MOST;
    }

    private static boolean sortsThroughAnother(String name, String[] values) {
        return name.startsWith("_sort") && String.join(",", values).contains(".");
    }
}
