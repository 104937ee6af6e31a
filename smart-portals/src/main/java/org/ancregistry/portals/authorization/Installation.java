package org.ancregistry.portals.authorization;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where this installation stands on the network. Addresses are made from it and never from a request, which anybody can
 * forge.
 *
 * @param baseUrl the address at which people and programs reach it: the issuer of its tokens
 */
@Validated
@ConfigurationProperties("anc")
public record Installation(@NotNull URI baseUrl) {

    /** The issuer of our tokens: the base address without a slash at its end. */
    public String issuer() {
        return baseUrl.toString().replaceAll("/+$", "");
    }

    /** The base of the FHIR API, which is the audience of our access tokens. */
    public String fhirBase() {
        return issuer() + "/fhir";
    }

    /** The full address of a path, which begins with a slash. */
    public URI at(String path) {
        return URI.create(issuer() + path);
    }

    /** Whether browsers reach it encrypted, so that its cookies must never travel otherwise. */
    public boolean isEncrypted() {
        return "https".equals(baseUrl.getScheme());
    }
}
