/** {@code Patient/$ihe-pix}: which other numbers a woman has (IHE PIXm, ITI-83). */
@NullMarked
package org.ancregistry.operations.crossreference;

import org.jspecify.annotations.NullMarked;
