/** CDS Hooks: the clinical rules for the screen of somebody else's record system. */
@NullMarked
package org.ancregistry.server.cds;

import org.jspecify.annotations.NullMarked;
