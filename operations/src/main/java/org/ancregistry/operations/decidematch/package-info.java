/** {@code $decide-match}: a supervisor decides what a midwife was not sure about, and can take it back. */
@NullMarked
package org.ancregistry.operations.decidematch;

import org.jspecify.annotations.NullMarked;
