/** Signing in and out: from eSignet to a known person, her session and her access token. */
@NullMarked
package org.ancregistry.portals.signin;

import org.jspecify.annotations.NullMarked;
