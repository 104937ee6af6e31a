/** The rows of the work list, each fact by itself. */
@NullMarked
package org.ancregistry.server.worklist;

import org.jspecify.annotations.NullMarked;
