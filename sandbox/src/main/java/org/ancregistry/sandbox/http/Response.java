package org.ancregistry.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer.
 *
 * @param status such as 200
 * @param headers by name
 * @param body the text to send, UTF-8; empty for none
 */
public record Response(int status, Map<String, String> headers, String body) {

    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    public static Response text(String contentType, String body) {
        return empty(200).with("Content-Type", contentType).withBody(body);
    }

    public static Response json(int status, Map<String, ?> body) {
        return empty(status).with("Content-Type", "application/json").withBody(Json.write(body));
    }

    public static Response redirect(String location) {
        return empty(302).with("Location", location);
    }

    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    private Response withBody(String text) {
        return new Response(status, headers, text);
    }

    /** An answer that names no content type, as some of eSignet's filters do. */
    public Response withoutContentType() {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove("Content-Type");
        return new Response(status, fewer, body);
    }

    /** What Spring Security writes on each answer that is not otherwise told. */
    public Response notCached() {
        return with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .with("Pragma", "no-cache");
    }

    /** What eSignet's OAuth error answers carry. */
    public Response notStored() {
        return with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
