package org.ancregistry.server.operations;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the operations work here.
 *
 * @param timeZone the zone in which a contact's day begins; Sri Lanka's by default
 */
@ConfigurationProperties("anc.operations")
record OperationsProperties(@DefaultValue("Asia/Colombo") ZoneId timeZone) {}
