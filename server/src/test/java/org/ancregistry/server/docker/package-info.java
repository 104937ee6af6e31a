/** What can be said of the container files without a container engine. */
@NullMarked
package org.ancregistry.server.docker;

import org.jspecify.annotations.NullMarked;
