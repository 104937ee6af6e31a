/** The words of the ANC record: each question's code, unit and limits, and what an answer becomes. */
@NullMarked
package org.ancregistry.domain.clinical;

import org.jspecify.annotations.NullMarked;
