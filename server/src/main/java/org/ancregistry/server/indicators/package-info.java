/** Counts what indicators ask for, from tables that are kept in step with the record. */
@NullMarked
package org.ancregistry.server.indicators;

import org.jspecify.annotations.NullMarked;
