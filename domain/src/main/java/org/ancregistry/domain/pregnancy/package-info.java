/** Dating a pregnancy and planning its contacts. */
@NullMarked
package org.ancregistry.domain.pregnancy;

import org.jspecify.annotations.NullMarked;
