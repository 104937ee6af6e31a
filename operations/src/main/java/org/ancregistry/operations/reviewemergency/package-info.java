/** {@code $review-emergency}: a supervisor says whether it was in order that a doctor opened a record in an emergency. */
@NullMarked
package org.ancregistry.operations.reviewemergency;

import org.jspecify.annotations.NullMarked;
