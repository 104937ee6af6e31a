/** {@code $break-glass}: opens the record of a woman in an emergency to a doctor who does not care for her. */
@NullMarked
package org.ancregistry.operations.breakglass;

import org.jspecify.annotations.NullMarked;
