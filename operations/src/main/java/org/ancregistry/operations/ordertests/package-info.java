/** {@code $order-tests}: says which tests a mother is to have, and calls off those she is not. */
@NullMarked
package org.ancregistry.operations.ordertests;

import org.jspecify.annotations.NullMarked;
