/** What a woman said of the phone in her hand. */
@NullMarked
package org.ancregistry.portals.phone;

import org.jspecify.annotations.NullMarked;
