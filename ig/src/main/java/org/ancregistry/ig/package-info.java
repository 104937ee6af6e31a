/** The guide at run time: where its package is and whether a resource keeps to it. */
@NullMarked
package org.ancregistry.ig;

import org.jspecify.annotations.NullMarked;
