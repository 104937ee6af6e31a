package org.ancregistry.server.fhir;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the FHIR API behaves, by the names that people know from HAPI's own starter.
 *
 * @param defaultPageSize how many matches a page of a search has when the client does not say
 * @param maxPageSize how many it has at most, whatever the client says
 * @param defaultPrettyPrint whether answers are indented for people
 * @param cors which web pages of other origins may call
 */
@Validated
@ConfigurationProperties("hapi.fhir")
record FhirProperties(
        @DefaultValue("20") @Positive @Max(1000) int defaultPageSize,
        @DefaultValue("100") @Positive @Max(1000) int maxPageSize,
        @DefaultValue("false") boolean defaultPrettyPrint,
        @DefaultValue Cors cors) {

    /**
     * Web pages of other origins.
     *
     * @param allowedOrigin the origins, each written in full; none by default. Cookies are never allowed.
     */
    record Cors(@DefaultValue List<String> allowedOrigin) {}
}
