/** The rim of the web server: limits on what comes in, and refusals that tell a stranger nothing. */
@NullMarked
package org.ancregistry.server.web;

import org.jspecify.annotations.NullMarked;
