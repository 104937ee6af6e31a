/** {@code $anc-work-list}: whom a midwife should see next. */
@NullMarked
package org.ancregistry.operations.worklist;

import org.jspecify.annotations.NullMarked;
