/** {@code $move-contact}: gives a planned contact other days, with the reason. */
@NullMarked
package org.ancregistry.operations.movecontact;

import org.jspecify.annotations.NullMarked;
