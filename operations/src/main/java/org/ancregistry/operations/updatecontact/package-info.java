/** {@code $update-contact}: puts right how a woman is reached and where she lives now, and nothing that was verified of her. */
@NullMarked
package org.ancregistry.operations.updatecontact;

import org.jspecify.annotations.NullMarked;
