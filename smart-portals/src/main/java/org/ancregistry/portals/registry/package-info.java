/** Asking the registry: its FHIR API over HTTP, with the access token of the person who is signed in. */
@NullMarked
package org.ancregistry.portals.registry;

import org.jspecify.annotations.NullMarked;
