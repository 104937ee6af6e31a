/** Seals over the audit trail, and the command that finds a row that was removed or changed. */
@NullMarked
package org.ancregistry.server.audit;

import org.jspecify.annotations.NullMarked;
