package org.ancregistry.server.config;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where this installation stands on the network.
 *
 * @param baseUrl the address at which people and programs reach it, without a slash at the end: the issuer of its tokens
 *     and, with {@code /fhir}, the base of its FHIR API. It is never taken from a request, which anybody can forge.
 */
@Validated
@ConfigurationProperties("anc")
public record InstallationProperties(@NotNull URI baseUrl) {

    /** The FHIR base, which is also the audience of access tokens. */
    public String fhirBase() {
        return baseUrl + "/fhir";
    }
}
