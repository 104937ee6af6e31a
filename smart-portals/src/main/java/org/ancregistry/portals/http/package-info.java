/** Calls to other servers. */
@NullMarked
package org.ancregistry.portals.http;

import org.jspecify.annotations.NullMarked;
