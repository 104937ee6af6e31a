/** {@code $answer-consent}: puts to a mother, once she has signed in herself, what she was heard to say. */
@NullMarked
package org.ancregistry.operations.answerconsent;

import org.jspecify.annotations.NullMarked;
