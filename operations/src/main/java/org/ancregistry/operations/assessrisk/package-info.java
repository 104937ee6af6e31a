/** {@code $assess-risk}: what the clinical rules say, without writing anything. */
@NullMarked
package org.ancregistry.operations.assessrisk;

import org.jspecify.annotations.NullMarked;
