/** Shows that the guide says what it means. */
@NullMarked
package org.ancregistry.ig;

import org.jspecify.annotations.NullMarked;
