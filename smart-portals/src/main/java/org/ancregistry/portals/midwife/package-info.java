/** The midwife's portal: her mothers, and the journey of a registration from the first question to the printed card. */
@NullMarked
package org.ancregistry.portals.midwife;

import org.jspecify.annotations.NullMarked;
