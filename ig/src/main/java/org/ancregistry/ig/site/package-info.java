/** What of the readable guide HL7's own tools draw; run by the build, used by no server. */
@NullMarked
package org.ancregistry.ig.site;

import org.jspecify.annotations.NullMarked;
