package org.ancregistry.server.inbound;

import java.util.Set;
import org.ancregistry.domain.access.IdentitySources;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The registries that announce their numbers here, where this registry is the national one; none by default.
 *
 * @param sources their client ids
 */
@ConfigurationProperties("anc.identity-feed")
record IdentityFeedProperties(@DefaultValue Set<String> sources) implements IdentitySources {

    IdentityFeedProperties {
        sources = Set.copyOf(sources);
    }

    @Override
    public boolean includes(String client) {
        return sources.contains(client);
    }
}
