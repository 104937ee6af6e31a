package org.ancregistry.interceptors.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses without what could name a person: names, numbers and dates of birth are kept out of the trail for ever. */
final class Blanked {

    private static final String BLANK = "***";

    private static final Set<String> HARMLESS = Set.of(
            "_count",
            "_elements",
            "_format",
            "_id",
            "_include",
            "_lastUpdated",
            "_offset",
            "_pretty",
            "_sort",
            "_summary",
            "_total",
            "category",
            "class",
            "code",
            "date",
            "organization",
            "owner",
            "patient",
            "performer",
            "service-provider",
            "status",
            "subject",
            "type");

    private static final Pattern SHAPE = Pattern.compile("[\\w/|:.,\\-]{0,200}");
    /** As a national ID number looks, old or new. */
    private static final Pattern NATIONAL_ID = Pattern.compile(".*(?<![0-9])([0-9]{9}[VXvx]?|[0-9]{12})(?![0-9]).*");

    private Blanked() {}

    static String address(RequestDetails request) {
        var type = String.valueOf(request.getResourceName());
        var parameters = request.getParameters() == null ? Map.<String, String[]>of() : request.getParameters();
        var query =
                parameters.entrySet().stream().flatMap(Blanked::pairs).sorted().collect(Collectors.joining("&"));
        var path = isHarmless(type) ? type : BLANK;
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Stream<String> pairs(Map.Entry<String, String[]> parameter) {
        var name = isHarmless(parameter.getKey()) ? parameter.getKey() : BLANK;
        return Arrays.stream(parameter.getValue())
                .map(value -> name + "=" + (HARMLESS.contains(name) && isHarmless(value) ? value : BLANK));
    }

    static boolean isHarmless(String text) {
        return SHAPE.matcher(text).matches() && !NATIONAL_ID.matcher(text).matches();
    }
}
