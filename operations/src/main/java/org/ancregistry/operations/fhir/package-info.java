/** How the registry's values look in FHIR: the one place that knows profiles, systems and extensions. */
@NullMarked
package org.ancregistry.operations.fhir;

import org.jspecify.annotations.NullMarked;
