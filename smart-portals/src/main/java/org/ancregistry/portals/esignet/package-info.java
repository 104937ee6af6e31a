/** The relying party of eSignet: asks it who somebody is and believes only what it signed. */
@NullMarked
package org.ancregistry.portals.esignet;

import org.jspecify.annotations.NullMarked;
