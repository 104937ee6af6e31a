/** Private and public keys, read from the files that an installation keeps them in. */
@NullMarked
package org.ancregistry.portals.keys;

import org.jspecify.annotations.NullMarked;
