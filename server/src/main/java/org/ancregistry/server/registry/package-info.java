/** Where operations keep things: their ports on HAPI's storage and on the registry's own tables, in one transaction. */
@NullMarked
package org.ancregistry.server.registry;

import org.jspecify.annotations.NullMarked;
