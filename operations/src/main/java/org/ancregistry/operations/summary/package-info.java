/** {@code $anc-summary}: all that a page about one mother shows, in one call. */
@NullMarked
package org.ancregistry.operations.summary;

import org.jspecify.annotations.NullMarked;
