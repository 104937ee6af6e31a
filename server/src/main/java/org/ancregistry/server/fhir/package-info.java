/** The FHIR API: HAPI's storage, the servlet, what it serves and what is switched off. */
@NullMarked
package org.ancregistry.server.fhir;

import org.jspecify.annotations.NullMarked;
