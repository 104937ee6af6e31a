/** A woman shows her record to somebody who has no account here: a link for a quarter of an hour, and a PIN. */
@NullMarked
package org.ancregistry.portals.sharing;

import org.jspecify.annotations.NullMarked;
