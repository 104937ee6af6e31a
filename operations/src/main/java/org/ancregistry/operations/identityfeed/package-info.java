/** What other registries announce of their numbers, where this registry is the national one (IHE PIXm, ITI-104). */
@NullMarked
package org.ancregistry.operations.identityfeed;

import org.jspecify.annotations.NullMarked;
