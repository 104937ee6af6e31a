/** Shows that clients cannot store what does not keep to the guide. */
@NullMarked
package org.ancregistry.server.validation;

import org.jspecify.annotations.NullMarked;
