/** What somebody typed and could not save yet. */
@NullMarked
package org.ancregistry.portals.typed;

import org.jspecify.annotations.NullMarked;
