/** {@code $match-phn}: lays the woman who is present beside the records that may be hers; a person decides. */
@NullMarked
package org.ancregistry.operations.matchphn;

import org.jspecify.annotations.NullMarked;
