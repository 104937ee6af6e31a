package org.ancregistry.domain.access;

import java.time.Instant;

/**
 * Opens a record to one doctor for a short time although nobody referred the woman to her: an emergency. While it lasts,
 * {@link CareRelationships} answers for the doctor's own {@code Practitioner/…} as for a unit.
 */
public interface EmergencyAccess {

    /**
     * Opens it, in the running transaction.
     *
     * @param reason in the doctor's words, kept for the woman and for whoever reviews it
     * @return when it ends by itself
     */
    Instant open(String practitioner, String patient, String reason);
}
