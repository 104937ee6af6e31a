/** A midwife's and a doctor's pages about the end of a pregnancy: what happened, a look at the answers, and taking back what was wrong. */
@NullMarked
package org.ancregistry.portals.outcome;

import org.jspecify.annotations.NullMarked;
