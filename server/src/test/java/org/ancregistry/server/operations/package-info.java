/** The operations over HTTP, on both databases. */
@NullMarked
package org.ancregistry.server.operations;

import org.jspecify.annotations.NullMarked;
