/** What an installation must say about itself, and whether what it says is safe. */
@NullMarked
package org.ancregistry.server.config;

import org.jspecify.annotations.NullMarked;
