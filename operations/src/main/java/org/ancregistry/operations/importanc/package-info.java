/**
 * {@code $import-anc-bundle}: takes what another system knows of a mother, puts right what can be put right, says so, and
 * stores no answer that was not given.
 */
@NullMarked
package org.ancregistry.operations.importanc;

import org.jspecify.annotations.NullMarked;
