package org.ancregistry.operations.movecontact;

import java.time.LocalDate;
import java.util.Optional;

/** On which days she was seen, as the work list counts it: no check-in and no addition to an earlier contact. */
public interface HeldContacts {

    /** The last such day of {@code patient} ({@code Patient/…}). */
    Optional<LocalDate> last(String patient);
}
