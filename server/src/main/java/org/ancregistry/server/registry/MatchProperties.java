package org.ancregistry.server.registry;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How records of one person are looked for.
 *
 * @param lookupsOfASystem how often one program may ask {@code $match} in ten minutes
 */
@Validated
@ConfigurationProperties("anc.match")
record MatchProperties(@DefaultValue("6000") @Min(1) int lookupsOfASystem) {}
