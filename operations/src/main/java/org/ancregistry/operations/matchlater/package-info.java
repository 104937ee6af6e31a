/** Looks into the country's directory for women of whom it could not be asked when they were registered. */
@NullMarked
package org.ancregistry.operations.matchlater;

import org.jspecify.annotations.NullMarked;
