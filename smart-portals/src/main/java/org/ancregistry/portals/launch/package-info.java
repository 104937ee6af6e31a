/** The pages on which people let apps near records: what an app may see, whose record, opening one, registering one. */
@NullMarked
package org.ancregistry.portals.launch;

import org.jspecify.annotations.NullMarked;
