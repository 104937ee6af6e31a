/** The mother's own pages: her pregnancy, her visits, her values in plain words and her appointments. */
@NullMarked
package org.ancregistry.portals.mother;

import org.jspecify.annotations.NullMarked;
