/** Who reaches whom and who did what, kept in tables of their own beside the FHIR data. */
@NullMarked
package org.ancregistry.server.access;

import org.jspecify.annotations.NullMarked;
