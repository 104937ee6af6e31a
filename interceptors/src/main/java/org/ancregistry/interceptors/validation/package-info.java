/** Holds what clients write against the implementation guide before anything is stored. */
@NullMarked
package org.ancregistry.interceptors.validation;

import org.jspecify.annotations.NullMarked;
