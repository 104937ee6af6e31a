/** Attacks, group by group as docs/security.md lists them, each beside a request like it that is legitimate. */
@NullMarked
package org.ancregistry.server.threats;

import org.jspecify.annotations.NullMarked;
