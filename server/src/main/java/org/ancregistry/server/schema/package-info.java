/** Brings the database to the shape this version of the registry needs. */
@NullMarked
package org.ancregistry.server.schema;

import org.jspecify.annotations.NullMarked;
