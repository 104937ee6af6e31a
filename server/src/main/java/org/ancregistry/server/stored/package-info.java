/** Resources as they lie in HAPI's tables: read with one statement, and shown as they were written. */
@NullMarked
package org.ancregistry.server.stored;

import org.jspecify.annotations.NullMarked;
