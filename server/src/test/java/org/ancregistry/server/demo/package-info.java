/** A registry with a sandbox eSignet, a fictitious district and its staff: for the try-out and for tests of the whole. */
@NullMarked
package org.ancregistry.server.demo;

import org.jspecify.annotations.NullMarked;
