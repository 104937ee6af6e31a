/** An eSignet that runs in a test or on a laptop, with synthetic people: it answers as the real one was recorded to. */
@NullMarked
package org.ancregistry.sandbox;

import org.jspecify.annotations.NullMarked;
