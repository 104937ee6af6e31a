/** What the registry can be asked to do beyond keeping FHIR resources: one package for each operation. */
@NullMarked
package org.ancregistry.operations;

import org.jspecify.annotations.NullMarked;
