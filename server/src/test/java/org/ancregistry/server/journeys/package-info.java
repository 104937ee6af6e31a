/** The whole patient journey in a real browser, on the real stack. */
@NullMarked
package org.ancregistry.server.journeys;

import org.jspecify.annotations.NullMarked;
