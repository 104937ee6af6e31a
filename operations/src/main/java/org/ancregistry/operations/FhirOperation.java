package org.ancregistry.operations;

/**
 * Marks a class whose {@code @Operation} methods the FHIR server offers.
 *
 * <p>The server collects every bean of this type and registers it as a plain HAPI provider, so an operation is wired in
 * by making it a bean and nothing else.
 */
public interface FhirOperation {}
