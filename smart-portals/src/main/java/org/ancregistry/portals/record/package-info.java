/** A mother's record as pages show it: read once from the answer of {@code $anc-summary}, the same for every portal. */
@NullMarked
package org.ancregistry.portals.record;

import org.jspecify.annotations.NullMarked;
