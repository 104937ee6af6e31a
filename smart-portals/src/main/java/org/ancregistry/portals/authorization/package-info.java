/** The SMART authorization server: gives portals and apps access tokens that the FHIR API understands. */
@NullMarked
package org.ancregistry.portals.authorization;

import org.jspecify.annotations.NullMarked;
