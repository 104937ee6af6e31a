/** Whether the registry can serve right now, told to load balancers without telling anything to strangers. */
@NullMarked
package org.ancregistry.server.health;

import org.jspecify.annotations.NullMarked;
