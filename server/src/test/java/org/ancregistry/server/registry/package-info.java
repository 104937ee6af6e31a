/** The registry's own tables on H2 and on PostgreSQL. */
@NullMarked
package org.ancregistry.server.registry;

import org.jspecify.annotations.NullMarked;
