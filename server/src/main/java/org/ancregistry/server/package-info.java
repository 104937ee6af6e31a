/** The runnable registry: where all rooms of the house are joined. */
@NullMarked
package org.ancregistry.server;

import org.jspecify.annotations.NullMarked;
