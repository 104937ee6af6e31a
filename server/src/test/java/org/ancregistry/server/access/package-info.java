/** Whether anybody gets at what is not theirs, tried over HTTP. */
@NullMarked
package org.ancregistry.server.access;

import org.jspecify.annotations.NullMarked;
