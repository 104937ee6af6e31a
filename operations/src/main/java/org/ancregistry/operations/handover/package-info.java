/** {@code $hand-over}: gives a mother who moves to the midwife of her new area, and leaves nobody without one meanwhile. */
@NullMarked
package org.ancregistry.operations.handover;

import org.jspecify.annotations.NullMarked;
