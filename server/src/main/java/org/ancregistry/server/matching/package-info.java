/** Finds records that may be of one woman: the side tables, kept in step with the record, and the search in them. */
@NullMarked
package org.ancregistry.server.matching;

import org.jspecify.annotations.NullMarked;
