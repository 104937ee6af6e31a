package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** How eSignet's framework answers where eSignet itself has nothing to say. */
final class Problems {

    private Problems() {}

    /** An RFC 9457 problem, with the null member that the real one writes. */
    static Response of(int status, String title, String detail, String instance) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("properties", null);
        return new Response(status, Map.of("Content-Type", "application/problem+json"), Json.write(body)).notCached();
    }

    /** What Spring Security says to a POST without its CSRF header. */
    static Response forbidden(Realm realm) {
        var body = new LinkedHashMap<String, Object>();
        body.put("timestamp", realm.clock().millis());
        body.put("status", 403);
        body.put("error", "Forbidden");
        body.put("path", "");
        return Response.json(403, body).notCached();
    }

    /** Calls of the OAuth family are let through to nothing; every other POST fails at the CSRF filter first. */
    static Response noSuchEndpoint(Request request, Realm realm) {
        var path = request.path();
        var isOpen = path.startsWith(Urls.BASE + "/oauth/") || path.startsWith(Urls.BASE + "/oidc/");
        if ("POST".equals(request.method()) && !isOpen) {
            return forbidden(realm);
        }
        return of(404, "Not Found", "No endpoint " + request.method() + " " + path + ".", "");
    }
}
