/** Other systems that bring Bundles: who they are, what they brought, and their way in at the FHIR base. */
@NullMarked
package org.ancregistry.server.inbound;

import org.jspecify.annotations.NullMarked;
