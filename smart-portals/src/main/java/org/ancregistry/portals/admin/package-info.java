/** Staff, areas and facilities: who works with the registry, where, and how she gets in for the first time. */
@NullMarked
package org.ancregistry.portals.admin;

import org.jspecify.annotations.NullMarked;
