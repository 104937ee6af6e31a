/** The privacy officer's pages: who looked at whose record, by person, time and reason, and the same as a table. */
@NullMarked
package org.ancregistry.portals.privacy;

import org.jspecify.annotations.NullMarked;
