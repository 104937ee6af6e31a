/** {@code $check-in}: opens the record of a mother who is present to the clinic's team, until the day after. */
@NullMarked
package org.ancregistry.operations.checkin;

import org.jspecify.annotations.NullMarked;
