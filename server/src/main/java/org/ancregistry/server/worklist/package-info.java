/** Keeps the list of whom a midwife should see next in step with the record, and reads it. */
@NullMarked
package org.ancregistry.server.worklist;

import org.jspecify.annotations.NullMarked;
