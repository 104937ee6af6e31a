package org.ancregistry.interceptors;

/**
 * Marks an interceptor that watches the store itself, and so also sees what operations read and write inside.
 *
 * <p>The server collects every bean of this type and registers it on HAPI JPA's {@code IInterceptorService}; the order
 * is the one of HAPI's {@code @Interceptor(order = ...)}.
 */
public interface StorageInterceptor {}
