package org.ancregistry.portals.midwife;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to verify a mother who was registered without proof.
 *
 * @param owner {@code Practitioner/…} of the midwife who asks
 * @param patient id of her Patient
 * @param speaks the language in which she reads: {@code si}, {@code ta} or {@code en}
 * @param evidence the handle of what her national ID said
 * @param requestId the id under which it is decided, once
 */
record Verification(
        String id,
        String owner,
        String patient,
        String speaks,
        @Nullable String evidence,
        String requestId) {

    /** Masked: a handle opens a door. */
    @Override
    public String toString() {
        return "Verification[" + id + "]";
    }
}
