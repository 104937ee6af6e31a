/** Bulk export for programs with system scopes: each resource held against the same decision as when it is read. */
@NullMarked
package org.ancregistry.server.export;

import org.jspecify.annotations.NullMarked;
