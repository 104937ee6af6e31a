/** Who is asking, in which role, and which mothers that role may reach. */
@NullMarked
package org.ancregistry.domain.access;

import org.jspecify.annotations.NullMarked;
