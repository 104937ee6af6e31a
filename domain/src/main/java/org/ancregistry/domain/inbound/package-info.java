/** What other systems send about a mother, read in the words of the dictionary; nothing is made up on the way. */
@NullMarked
package org.ancregistry.domain.inbound;

import org.jspecify.annotations.NullMarked;
