/** {@code $issue-phn}: gives a mother the one number that she keeps for life, or a pad of numbers to a clinic. */
@NullMarked
package org.ancregistry.operations.issuephn;

import org.jspecify.annotations.NullMarked;
