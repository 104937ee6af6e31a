/** {@code $clinic-days}: when a clinic is held next, and how many places are left. */
@NullMarked
package org.ancregistry.operations.clinicdays;

import org.jspecify.annotations.NullMarked;
