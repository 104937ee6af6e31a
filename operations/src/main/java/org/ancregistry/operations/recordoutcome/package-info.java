/** {@code $record-outcome}: writes down how a pregnancy ended and closes its care, or takes that back when it was wrong. */
@NullMarked
package org.ancregistry.operations.recordoutcome;

import org.jspecify.annotations.NullMarked;
