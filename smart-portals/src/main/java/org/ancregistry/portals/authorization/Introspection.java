package org.ancregistry.portals.authorization;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Tells a client what a token is good for (RFC 7662, SMART App Launch 2.2 "token introspection"): any token to a resource
 * server that is registered for it, its own to any other. Of every other token it says the same as of none.
 */
final class Introspection implements AuthenticationSuccessHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clients clients;

    Introspection(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var asked = (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        var token = asked.getTokenClaims();
        var visible = token.isActive() && mayKnow(asked.getPrincipal(), token.getClientId());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        JSON.writeValue(response.getOutputStream(), visible ? plain(token.getClaims()) : Map.of("active", false));
    }

    private boolean mayKnow(Object asker, String clientOfToken) {
        if (!(asker instanceof OAuth2ClientAuthenticationToken client) || client.getRegisteredClient() == null) {
            return false;
        }
        var id = client.getRegisteredClient().getClientId();
        return id.equals(clientOfToken) || clients.mayIntrospect(id);
    }

    /** As JSON has it: times in seconds, scopes in one text. */
    private static Map<String, Object> plain(Map<String, Object> claims) {
        var answer = new LinkedHashMap<String, Object>();
        claims.forEach((name, value) -> answer.put(name, plain(name, value)));
        return answer;
    }

    private static Object plain(String name, Object value) {
        if (value instanceof Instant moment) {
            return moment.getEpochSecond();
        } else if (value instanceof Date moment) {
            return moment.toInstant().getEpochSecond();
        } else if (value instanceof List<?> words && name.equals("scope")) {
            return String.join(" ", words.stream().map(String::valueOf).toList());
        }
        return value instanceof URL ? value.toString() : value;
    }
}
