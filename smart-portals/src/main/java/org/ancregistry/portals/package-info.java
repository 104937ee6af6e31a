/** Everything a person signs in to: the authorization server, the sign-in, and the portals that are apps of it. */
@NullMarked
package org.ancregistry.portals;

import org.jspecify.annotations.NullMarked;
