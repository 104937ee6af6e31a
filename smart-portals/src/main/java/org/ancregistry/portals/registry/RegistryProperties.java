package org.ancregistry.portals.registry;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the portals reach the registry.
 *
 * @param url the base of its FHIR API; by default {@code /fhir} under {@code anc.base-url}, because both usually run in
 *     one process
 * @param patience how long a page waits for an answer
 */
@ConfigurationProperties("anc.registry")
public record RegistryProperties(
        @Nullable URI url, @DefaultValue("15s") Duration patience) {}
