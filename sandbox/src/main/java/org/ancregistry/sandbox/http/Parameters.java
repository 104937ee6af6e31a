package org.ancregistry.sandbox.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a query string or a form carried, in its order; a name may come more than once, as ticked boxes do. */
public final class Parameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /** Reads {@code application/x-www-form-urlencoded} text; nothing gives no parameters. */
    public static Parameters parse(@Nullable String encoded) {
        var parameters = new Parameters();
        if (encoded != null && !encoded.isEmpty()) {
            for (var pair : encoded.split("&", -1)) {
                parameters.add(pair);
            }
        }
        return parameters;
    }

    /** Writes parameters in the order of the map. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void add(String pair) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), unused -> new ArrayList<>()).add(decode(value));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The first value under this name, empty where there is none. */
    public String get(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** First values by name. */
    public Map<String, String> firsts() {
        var firsts = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> firsts.put(name, all.get(0)));
        return firsts;
    }
}
