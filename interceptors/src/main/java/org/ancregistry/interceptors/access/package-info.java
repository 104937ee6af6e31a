/** Who may ask what about whom: one decision for a request, which serves its way in and its way out. */
@NullMarked
package org.ancregistry.interceptors.access;

import org.jspecify.annotations.NullMarked;
