/** Everything a person signs in to. */
@NullMarked
package org.ancregistry.portals;

import org.jspecify.annotations.NullMarked;
