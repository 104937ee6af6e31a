package org.ancregistry.operations.updatecontact;

import java.util.Set;
import org.ancregistry.operations.fhir.Home;
import org.ancregistry.operations.fhir.HowToReach;
import org.jspecify.annotations.Nullable;

/**
 * How a woman is reached from now on. What is not named stays as it is.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param basedOn the version of her record that the caller has seen
 * @param phone her number
 * @param shared whether others read what is sent to it
 * @param language a language tag
 * @param person whom to call for her
 * @param home where she lives now, as she says it
 * @param removed what holds no longer
 */
record UpdateContact(
        String requestId,
        String content,
        String patient,
        String basedOn,
        @Nullable String phone,
        @Nullable Boolean shared,
        @Nullable String language,
        HowToReach.@Nullable Person person,
        @Nullable Home home,
        Set<Detail> removed) {

    UpdateContact {
        removed = Set.copyOf(removed);
    }

    /** Names nobody: how somebody is reached is in no log. */
    @Override
    public String toString() {
        return "UpdateContact[" + patient + "]";
    }
}
