/** {@code $register-anc}: takes a mother into care, with all that belongs to it or nothing at all. */
@NullMarked
package org.ancregistry.operations.registeranc;

import org.jspecify.annotations.NullMarked;
