/** The Personal Health Number: its shape, its check characters, and the register of issued numbers. */
@NullMarked
package org.ancregistry.domain.phn;

import org.jspecify.annotations.NullMarked;
