package org.ancregistry.sandbox;

import com.nimbusds.jose.JWSObject;
import java.net.http.HttpHeaders;
import java.text.ParseException;
import java.util.Map;
import org.ancregistry.sandbox.http.Json;

/** What came back over HTTP. */
record Answer(int status, HttpHeaders headers, String body) {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    Map<String, Object> json() {
        return Json.parse(body);
    }

    JWSObject jws() {
        return jws(body);
    }

    static JWSObject jws(Object compact) {
        try {
            return JWSObject.parse(String.valueOf(compact));
        } catch (ParseException notOne) {
            throw new AssertionError("Not a JWS: " + compact, notOne);
        }
    }
}
