/** {@code $acknowledge-results}: somebody has looked at the results of tests, or has told her one in person. */
@NullMarked
package org.ancregistry.operations.acknowledgeresults;

import org.jspecify.annotations.NullMarked;
