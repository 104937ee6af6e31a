/** Who is asking: checks a bearer token against the issuers we trust and names the caller. */
@NullMarked
package org.ancregistry.interceptors.token;

import org.jspecify.annotations.NullMarked;
