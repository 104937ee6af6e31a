/** What the server's tests stand on: a database of their own and a registry that runs. */
@NullMarked
package org.ancregistry.server.testing;

import org.jspecify.annotations.NullMarked;
