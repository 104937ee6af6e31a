/** What a national identity provider verified about a woman, and who is linked to which identity. */
@NullMarked
package org.ancregistry.domain.identity;

import org.jspecify.annotations.NullMarked;
