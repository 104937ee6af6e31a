/** Where identity is kept: evidence, and which person is behind which subject. */
@NullMarked
package org.ancregistry.portals.identity;

import org.jspecify.annotations.NullMarked;
