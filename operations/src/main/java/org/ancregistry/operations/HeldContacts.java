package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.Optional;

/** On which days she was seen, as the work list counts it: no check-in and no addition to an earlier contact. */
public interface HeldContacts {

    /** The last such day of {@code patient} ({@code Patient/…}). */
    Optional<LocalDate> last(String patient);

    /** Whether she was seen on that day. */
    boolean on(String patient, LocalDate day);
}
