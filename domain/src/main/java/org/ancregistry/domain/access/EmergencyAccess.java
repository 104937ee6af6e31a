package org.ancregistry.domain.access;

import java.time.Instant;

/**
 * Opens a record to one doctor for a short time although nobody referred the woman to her: an emergency. While it lasts,
 * {@link CareRelationships#openedInEmergency} names her.
 */
public interface EmergencyAccess {

    /**
     * Opens it, in the running transaction.
     *
     * @param reason in the doctor's words, kept for the woman and for whoever reviews it
     * @return when it ends by itself
     */
    Instant open(String practitioner, String patient, String reason);

    /** Whether she keeps that doctor out by name, who then opens her record not even in an emergency. */
    boolean isKeptOut(String practitioner, String patient);

    /**
     * Notes the one contact that an emergency which is not over allows to be written, in the running transaction.
     *
     * @return false when the emergency has its contact already
     */
    boolean takeContact(String practitioner, String patient, String contact);

    /** Whether {@code contact} ({@code Encounter/…}) is the one that was written in an emergency which is not over. */
    boolean hasContact(String practitioner, String patient, String contact);
}
