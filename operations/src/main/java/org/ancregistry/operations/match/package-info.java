/** {@code Patient/$match}: FHIR's own question for a patient's record, as IHE PDQm (ITI-119) asks it. */
@NullMarked
package org.ancregistry.operations.match;

import org.jspecify.annotations.NullMarked;
