package org.ancregistry.server.config;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How national ID numbers are made unreadable before they are kept.
 *
 * @param keyFile a file with the secret key, at least 32 random bytes in Base64. Whoever loses it can match no number any
 *     more; whoever steals it can guess numbers. Outside production a missing file is made.
 */
@Validated
@ConfigurationProperties("anc.national-id")
record NationalIdProperties(@NotNull Path keyFile) {}
