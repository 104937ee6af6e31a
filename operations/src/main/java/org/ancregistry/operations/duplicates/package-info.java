/** {@code $likely-duplicates} and {@code $not-duplicates}: records that may be of one woman, found in the background. */
@NullMarked
package org.ancregistry.operations.duplicates;

import org.jspecify.annotations.NullMarked;
