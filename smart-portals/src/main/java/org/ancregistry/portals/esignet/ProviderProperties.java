package org.ancregistry.portals.esignet;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One eSignet. What is not here comes from its discovery document.
 *
 * @param name what its button says, by language; the id where a language has none
 * @param issuer its issuer; versions differ: 1.5 to 1.7 end in {@code /v1/esignet}, 1.8 is the host alone
 * @param acceptedIssuers further issuers that its tokens may carry
 * @param discovery where its discovery document lies, when not below the issuer
 * @param endpoints each one given here is used instead of the document's
 * @param client our client for signing in
 * @param verifyClient our client for proving who a mother is; without it the other one serves both. eSignet keeps one key
 *     a client, so it has a key of its own
 * @param assertion how we prove to be our client
 * @param idTokenAlgorithms the only algorithms that an id_token may be signed with (PS256 from 1.7, RS256 before)
 * @param acrValues the authentication classes asked for; a sign-in with any other is refused, because eSignet silently
 *     falls back to all
 * @param scopes the scopes asked for
 * @param claims what is asked of a mother
 * @param uiLocales {@code ui_locales} by our language
 * @param claimsLocales in which languages her details are asked for, as {@code claims_locales} has it
 * @param userinfo how the userinfo answer is signed, encrypted and written
 * @param patience how long a connection, and then an answer, may take
 */
record ProviderProperties(
        @DefaultValue Map<String, String> name,
        @NotNull URI issuer,
        @DefaultValue Set<String> acceptedIssuers,
        @Nullable URI discovery,
        @DefaultValue EndpointProperties endpoints,
        @NotNull @Valid ClientProperties client,
        @Nullable @Valid ClientProperties verifyClient,
        @DefaultValue AssertionProperties assertion,
        @NotEmpty @DefaultValue({"PS256", "RS256"}) List<String> idTokenAlgorithms,

        @NotEmpty @DefaultValue("mosip:idp:acr:generated-code")
        List<String> acrValues,

        @NotEmpty @DefaultValue("openid") List<String> scopes,
        @DefaultValue ClaimsProperties claims,
        @DefaultValue Map<String, String> uiLocales,
        @DefaultValue("en si ta") String claimsLocales,
        @Valid @DefaultValue UserinfoProperties userinfo,
        @DefaultValue("5s") Duration patience) {

    ClientProperties clientFor(Purpose purpose) {
        return purpose == Purpose.IDENTITY_CHECK && verifyClient != null ? verifyClient : client;
    }

    URI discoveryDocument() {
        return discovery != null
                ? discovery
                : URI.create(issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
    }

    Set<String> issuers() {
        var all = new HashSet<>(acceptedIssuers);
        all.add(issuer.toString());
        return all;
    }

    Set<JWSAlgorithm> idTokenAlgorithmSet() {
        return algorithms(idTokenAlgorithms);
    }

    /** eSignet's pages know no Sinhala yet: it is asked for first, so that they use it once they do. */
    String uiLocalesFor(String language) {
        return uiLocales.getOrDefault(language, language.equals("en") ? "en" : language + " en");
    }

    static Set<JWSAlgorithm> algorithms(List<String> names) {
        return names.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    }
}
