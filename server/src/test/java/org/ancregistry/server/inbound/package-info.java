/** What other systems bring, as they send it. */
@NullMarked
package org.ancregistry.server.inbound;

import org.jspecify.annotations.NullMarked;
