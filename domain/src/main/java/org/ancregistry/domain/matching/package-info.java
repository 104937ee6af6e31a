/** Whether two descriptions speak of the same woman: field by field, with a score and a grade. */
@NullMarked
package org.ancregistry.domain.matching;

import org.jspecify.annotations.NullMarked;
