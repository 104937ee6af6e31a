/** Holds how a PHN directory outside is spoken to. */
@NullMarked
package org.ancregistry.server.directory;

import org.jspecify.annotations.NullMarked;
