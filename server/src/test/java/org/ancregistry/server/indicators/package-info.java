/** Whether indicators count what is so, and nothing else. */
@NullMarked
package org.ancregistry.server.indicators;

import org.jspecify.annotations.NullMarked;
