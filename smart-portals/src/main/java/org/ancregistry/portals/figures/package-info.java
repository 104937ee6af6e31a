/** What is counted in an area: the figures that a return to the ministry is made of. */
@NullMarked
package org.ancregistry.portals.figures;

import org.jspecify.annotations.NullMarked;
