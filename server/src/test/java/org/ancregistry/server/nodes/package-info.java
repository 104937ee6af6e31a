/** Several nodes that share one database. */
@NullMarked
package org.ancregistry.server.nodes;

import org.jspecify.annotations.NullMarked;
