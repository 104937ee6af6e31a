/** What every FHIR request passes on its way in and out. */
@NullMarked
package org.ancregistry.interceptors;

import org.jspecify.annotations.NullMarked;
