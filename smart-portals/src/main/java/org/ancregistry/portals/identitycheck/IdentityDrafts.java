package org.ancregistry.portals.identitycheck;

import org.ancregistry.domain.identity.IdentityEvidence;

/** A midwife's unfinished work that needs to know who a mother is: registrations, and verifications of a record. */
public interface IdentityDrafts {

    /** Whether that draft is open and was begun by this midwife ({@code Practitioner/…}). */
    boolean belongsTo(String draft, String midwife);

    /**
     * Notes the evidence in the draft that it names, in place of what the draft had before.
     *
     * @return false when the draft is not open or is another midwife's; nothing is noted then
     */
    boolean evidence(IdentityEvidence evidence);

    /** The path of the page that reads how her check ended ({@code ?result=}). */
    String page(String draft);
}
