package org.ancregistry.portals.esignet;

import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.esignet.EsignetRefused.Reason;
import org.ancregistry.portals.keys.ClientAssertion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;

/** Exchanges the code that a browser brought back for tokens. */
final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final Set<String> OUR_FAULT = Set.of("invalid_client", "invalid_assertion", "unauthorized_client");

    private final EsignetHttp http;
    private final Discovery discovery;
    private final AssertionProperties settings;

    TokenEndpoint(EsignetHttp http, Discovery discovery, AssertionProperties settings) {
        this.http = http;
        this.discovery = discovery;
        this.settings = settings;
    }

    /** What eSignet answers with. Its {@code expires_in} is left aside: it can be longer than the token lives. */
    record Tokens(String idToken, String accessToken) {

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }

    Tokens exchange(String code, PendingSignIn pending, String clientId, ClientAssertion assertion) {
        var endpoint = discovery.token();
        var audience = settings.audience();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", pending.redirectUri().toString());
        form.add("client_id", clientId);
        form.add("client_assertion_type", ClientAssertion.TYPE);
        form.add("client_assertion", assertion.forAudience(audience == null ? endpoint.toString() : audience));
        form.add("code_verifier", pending.verifier());
        return tokens(EsignetHttp.object(answer(form), "the token endpoint"));
    }

    private String answer(MultiValueMap<String, String> form) {
        try {
            var body = EsignetHttp.answering(
                    "the token endpoint",
                    () -> http.client()
                            .post()
                            .uri(discovery.token())
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body(form)
                            .retrieve()
                            .body(String.class));
            return EsignetHttp.required(body, "the token endpoint");
        } catch (HttpClientErrorException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(HttpClientErrorException answer) {
        if (answer.getStatusCode().value() == 429) {
            return new EsignetUnavailable("its token endpoint asks for fewer requests");
        }
        if (OUR_FAULT.stream().anyMatch(answer.getResponseBodyAsString()::contains)) {
            LOG.error("eSignet refuses our client: check its id, key, kid and the assertion's audience and algorithm.");
            return new EsignetRefused(Reason.CLIENT_REFUSED);
        }
        return new EsignetRefused(Reason.CODE_REFUSED);
    }

    private static Tokens tokens(Map<String, Object> answer) {
        if (answer.get("id_token") instanceof String id && answer.get("access_token") instanceof String access) {
            return new Tokens(id, access);
        }
        throw new EsignetRefused(Reason.ID_TOKEN_MALFORMED);
    }
}
