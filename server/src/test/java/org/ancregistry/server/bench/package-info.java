/** Measures the registry beside plain HAPI on the same machine and the same PostgreSQL, for {@code ./anc bench}. */
@NullMarked
package org.ancregistry.server.bench;

import org.jspecify.annotations.NullMarked;
