/** Rules for who may take whom on, which no page and no client can go around. */
@NullMarked
package org.ancregistry.server.onboarding;

import org.jspecify.annotations.NullMarked;
