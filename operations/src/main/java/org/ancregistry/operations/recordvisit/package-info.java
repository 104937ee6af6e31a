/** {@code $record-anc-visit}: writes down a contact, or corrects one, without losing what somebody else wrote. */
@NullMarked
package org.ancregistry.operations.recordvisit;

import org.jspecify.annotations.NullMarked;
