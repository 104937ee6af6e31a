package org.ancregistry.portals.identitycheck;

/** The midwife's unfinished registrations, as far as proving who a mother is needs to know them. */
public interface RegistrationDrafts {

    /** Whether that draft is open and was begun by this midwife ({@code Practitioner/…}). */
    boolean belongsTo(String draft, String midwife);

    /**
     * Notes the evidence in the draft, in place of what it had before.
     *
     * @return false when the draft is not open or not hers; nothing is noted then
     */
    boolean evidence(String draft, String midwife, String handle);
}
