/** The country's own PHN directory, where there is one: asked for numbers, and told of those that are issued here. */
@NullMarked
package org.ancregistry.server.directory;

import org.jspecify.annotations.NullMarked;
