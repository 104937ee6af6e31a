/** Proving who a mother is: her own eSignet sign-in, started from a midwife's session, becomes evidence. */
@NullMarked
package org.ancregistry.portals.identitycheck;

import org.jspecify.annotations.NullMarked;
