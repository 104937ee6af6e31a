/** {@code $verify-identity}: binds a mother who was registered without an ID to who she is, when she has it at hand. */
@NullMarked
package org.ancregistry.operations.verifyidentity;

import org.jspecify.annotations.NullMarked;
