/** {@code $arrange-appointment}: gives her a day, moves the one that she has, or calls it off. */
@NullMarked
package org.ancregistry.operations.arrangeappointment;

import org.jspecify.annotations.NullMarked;
