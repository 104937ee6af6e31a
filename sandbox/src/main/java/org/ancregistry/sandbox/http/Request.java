package org.ancregistry.sandbox.http;

import java.util.Locale;
import java.util.Map;

/**
 * One HTTP request, read whole.
 *
 * @param method in capitals
 * @param path without the query
 * @param query what stood after the question mark
 * @param headers first values by lower-case name
 * @param body the text sent, UTF-8
 */
public record Request(String method, String path, Parameters query, Map<String, String> headers, String body) {

    /** The first value of a header, empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body of a form. */
    public Parameters form() {
        return Parameters.parse(body);
    }

    /** Whether the body says that it is a form. */
    public boolean isForm() {
        return header("Content-Type").startsWith("application/x-www-form-urlencoded");
    }
}
