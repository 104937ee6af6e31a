/** {@code $answer-referral}: the clinic that a mother was sent to says that it has seen her, and replies to her midwife. */
@NullMarked
package org.ancregistry.operations.answerreferral;

import org.jspecify.annotations.NullMarked;
