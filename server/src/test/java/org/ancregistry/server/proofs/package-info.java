/** What must always hold, shown on the running registry: the numbered invariants of the architecture. */
@NullMarked
package org.ancregistry.server.proofs;

import org.jspecify.annotations.NullMarked;
