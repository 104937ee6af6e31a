package org.ancregistry.server.config;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where this installation stands on the network.
 *
 * @param baseUrl the address at which people and programs reach it, without a slash at the end: the issuer of its tokens
 *     and, with {@code /fhir}, the base of its FHIR API. It is never taken from a request, which anybody can forge.
 * @param timeZone the zone in which the days of contacts and check-ins begin and end; Sri Lanka's by default
 */
@Validated
@ConfigurationProperties("anc")
public record InstallationProperties(
        @NotNull URI baseUrl, @DefaultValue("Asia/Colombo") ZoneId timeZone) {

    /** The FHIR base, which is also the audience of access tokens. */
    public String fhirBase() {
        return baseUrl + "/fhir";
    }
}
