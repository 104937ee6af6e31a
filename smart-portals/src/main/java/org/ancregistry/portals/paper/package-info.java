/** Pages as PDF files, in scripts whose letters change their shape beside each other. */
@NullMarked
package org.ancregistry.portals.paper;

import org.jspecify.annotations.NullMarked;
