package org.ancregistry.portals.apps;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Programs besides the portals that may ask for tokens.
 *
 * @param file a JSON file that lists them (docs/configuration.md); none by default
 */
@ConfigurationProperties("anc.apps")
record AppsProperties(@Nullable Path file) {}
