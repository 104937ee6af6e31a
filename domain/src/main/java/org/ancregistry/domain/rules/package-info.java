/** The clinical rules: what a finding means, how grave it is and what to do. Missing data is never taken for normal. */
@NullMarked
package org.ancregistry.domain.rules;

import org.jspecify.annotations.NullMarked;
