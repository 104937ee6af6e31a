/** {@code $whose-phn}: says who holds a number, so that no emergency opens the record of another woman. */
@NullMarked
package org.ancregistry.operations.whosephn;

import org.jspecify.annotations.NullMarked;
