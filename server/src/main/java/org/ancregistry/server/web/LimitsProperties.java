package org.ancregistry.server.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a single request may ask of the server.
 *
 * @param requestBody the longest body of a FHIR request
 */
@ConfigurationProperties("anc.limits")
record LimitsProperties(@DefaultValue("5MB") DataSize requestBody) {}
