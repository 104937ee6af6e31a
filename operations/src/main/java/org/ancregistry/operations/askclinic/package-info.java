/** {@code $ask-clinic} and {@code $answer-mother}: what a mother asks of those who look after her or her record, and the answer. */
@NullMarked
package org.ancregistry.operations.askclinic;

import org.jspecify.annotations.NullMarked;
