/** Puts the operations together: each with the storage it needs. */
@NullMarked
package org.ancregistry.server.operations;

import org.jspecify.annotations.NullMarked;
