package org.ancregistry.portals.esignet;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The eSignet installations that people sign in with.
 *
 * @param providers each under the id by which its people are linked; an id never changes once people are linked
 */
@Validated
@ConfigurationProperties("anc.esignet")
record EsignetProperties(@DefaultValue Map<String, @Valid ProviderProperties> providers) {}
