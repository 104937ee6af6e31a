package org.ancregistry.interceptors;

/**
 * Marks an interceptor that watches the FHIR server's front door: requests as they come, answers as they leave.
 *
 * <p>The server collects every bean of this type and registers it on the HAPI {@code RestfulServer}; the order is the
 * one of HAPI's {@code @Interceptor(order = ...)}.
 */
public interface ServerInterceptor {}
