/** {@code $find-woman}: leads a doctor to a woman who has no number with her, by her name and birth date. */
@NullMarked
package org.ancregistry.operations.findwoman;

import org.jspecify.annotations.NullMarked;
