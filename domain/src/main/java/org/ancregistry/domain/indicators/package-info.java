/** What is counted of antenatal care, and of whom: WHO's indicators and Sri Lanka's. */
@NullMarked
package org.ancregistry.domain.indicators;

import org.jspecify.annotations.NullMarked;
