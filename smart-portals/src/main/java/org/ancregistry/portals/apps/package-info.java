/** The apps that may ask for tokens besides our own portals: what was registered of each, and their keys. */
@NullMarked
package org.ancregistry.portals.apps;

import org.jspecify.annotations.NullMarked;
