/** The whole registry on one computer, with made-up women in it, for whoever wants to see it before believing it. */
@NullMarked
package org.ancregistry.server.tryit;

import org.jspecify.annotations.NullMarked;
