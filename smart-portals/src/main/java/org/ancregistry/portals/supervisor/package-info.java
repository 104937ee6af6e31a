/** What a supervisor decides about the mothers of her areas. */
@NullMarked
package org.ancregistry.portals.supervisor;

import org.jspecify.annotations.NullMarked;
