package org.ancregistry.portals.authorization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells apps where to sign in (SMART App Launch 2.2, {@code .well-known/smart-configuration}): open to everybody. */
final class SmartConfigurationFilter extends OncePerRequestFilter {

    static final String PATH = "/fhir/.well-known/smart-configuration";

    /** What both sides of a proof take: the token endpoint, and the FHIR API. */
    static final List<String> DPOP_ALGORITHMS = List.of("ES256", "ES384", "PS256", "PS384", "RS256", "RS384");

    private static final List<String> SCOPES = List.of(
            "openid",
            "fhirUser",
            "launch",
            "launch/patient",
            "online_access",
            "offline_access",
            "patient/*.rs",
            "user/*.cruds",
            "system/*.cruds");
    private static final List<String> CAPABILITIES = List.of(
            "launch-ehr",
            "launch-standalone",
            "authorize-post",
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-banner",
            "context-ehr-patient",
            "context-ehr-encounter",
            "context-standalone-patient",
            "permission-offline",
            "permission-online",
            "permission-patient",
            "permission-user",
            "permission-v1",
            "permission-v2");

    private final byte[] document;

    SmartConfigurationFilter(Installation installation) {
        this.document = document(installation);
    }

    private static byte[] document(Installation installation) {
        var content = new LinkedHashMap<String, Object>();
        content.put("issuer", installation.issuer());
        content.put("jwks_uri", installation.at("/oauth2/jwks"));
        content.put("authorization_endpoint", installation.at("/oauth2/authorize"));
        content.put("token_endpoint", installation.at("/oauth2/token"));
        content.put("introspection_endpoint", installation.at("/oauth2/introspect"));
        content.put("revocation_endpoint", installation.at("/oauth2/revoke"));
        content.put("pushed_authorization_request_endpoint", installation.at("/oauth2/par"));
        content.put("authorization_response_iss_parameter_supported", true);
        content.put("grant_types_supported", List.of("authorization_code", "client_credentials", "refresh_token"));
        content.put("response_types_supported", List.of("code"));
        content.put("code_challenge_methods_supported", List.of("S256"));
        content.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "client_secret_basic"));
        content.put(
                "token_endpoint_auth_signing_alg_values_supported",
                List.of("RS256", "RS384", "PS256", "PS384", "ES256", "ES384"));
        content.put("dpop_signing_alg_values_supported", DPOP_ALGORITHMS);
        content.put("scopes_supported", SCOPES);
        content.put("capabilities", CAPABILITIES);
        try {
            return new ObjectMapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The SMART configuration has plain values.", e);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + PATH)
                || !(request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
