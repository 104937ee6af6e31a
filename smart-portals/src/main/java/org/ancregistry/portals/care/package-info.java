/** Caring for one mother: finding her, checking her in, her summary, and recording a visit; for clinics and midwives. */
@NullMarked
package org.ancregistry.portals.care;

import org.jspecify.annotations.NullMarked;
