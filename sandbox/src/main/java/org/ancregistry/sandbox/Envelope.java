package org.ancregistry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Handler;
import org.ancregistry.sandbox.http.Json;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * MOSIP's way to wrap calls: {@code {requestTime, request}} in, {@code {responseTime, response, errors}} out, and HTTP
 * 200 whatever happened.
 */
final class Envelope {

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Realm realm;

    Envelope(Realm realm) {
        this.realm = realm;
    }

    /** A call within the envelope. */
    interface Call {

        /** The {@code response}, or a refusal. */
        @Nullable
        Object answer(Request request, Map<String, Object> call);
    }

    /** What is checked before a call is read. */
    interface Gate {
        void check(Request request);
    }

    /** Wraps a call of the login page: it needs its CSRF token. */
    Handler protectedCall(Gate gate, Call call) {
        var open = call(gate, call);
        return request -> UiCalls.bringsCsrfToken(request) ? open.handle(request) : Problems.forbidden(realm);
    }

    /** Wraps a call. */
    Handler call(Gate gate, Call call) {
        return request -> {
            try {
                gate.check(request);
            } catch (Refusal refusal) {
                return bare(refusal);
            }
            return answer(request, call);
        };
    }

    /** eSignet's filters write their refusals without saying that they are JSON. */
    private Response bare(Refusal refusal) {
        return Response.json(200, refused(refusal)).withoutContentType();
    }

    private Response answer(Request request, Call call) {
        try {
            var content = "GET".equals(request.method()) ? Map.<String, Object>of() : content(request);
            return Response.json(200, wrapped(call.answer(request, content), List.of()))
                    .notCached();
        } catch (Refusal refusal) {
            return "no_attempts_left".equals(refusal.code())
                    ? bare(refusal)
                    : Response.json(200, refused(refusal)).notCached();
        }
    }

    private Map<String, Object> content(Request request) {
        try {
            var envelope = Json.parse(request.body());
            var time = Instant.parse(Json.text(envelope, "requestTime"));
            var age = Duration.between(time, realm.clock().instant()).abs();
            if (age.compareTo(FRESH) > 0) {
                throw new Refusal("invalid_request");
            }
            return Json.object(envelope, "request");
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new Refusal("invalid_request");
        }
    }

    private Map<String, @Nullable Object> refused(Refusal refusal) {
        return wrapped(null, refusal.errors());
    }

    private Map<String, @Nullable Object> wrapped(@Nullable Object response, List<Map<String, String>> errors) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        var now = realm.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        body.put("responseTime", now.toString());
        body.put("response", response);
        body.put("errors", errors);
        return body;
    }
}
