/**
 * Whether two descriptions speak of the same woman: field by field, with a score and a grade. The weights were measured
 * on 20,000 generated Sri Lankan mothers: a start, to be estimated again from a country's own records.
 */
@NullMarked
package org.ancregistry.domain.matching;

import org.jspecify.annotations.NullMarked;
