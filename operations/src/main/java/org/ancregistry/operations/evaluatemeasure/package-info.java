/** {@code $evaluate-measure}: counts an indicator for an area or a facility, by month. */
@NullMarked
package org.ancregistry.operations.evaluatemeasure;

import org.jspecify.annotations.NullMarked;
