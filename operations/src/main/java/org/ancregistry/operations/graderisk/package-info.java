/** {@code $grade-risk}: a clinician raises or lowers the risk that the rules found. */
@NullMarked
package org.ancregistry.operations.graderisk;

import org.jspecify.annotations.NullMarked;
