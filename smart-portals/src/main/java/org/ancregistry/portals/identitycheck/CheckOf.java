package org.ancregistry.portals.identitycheck;

import java.io.Serializable;
import org.ancregistry.portals.esignet.PendingSignIn;
import org.jspecify.annotations.Nullable;

/**
 * One mother's way to prove who she is, as the midwife's session remembers it.
 *
 * @param draft the registration draft it is for
 * @param language in which the mother reads
 * @param pending what only her return from eSignet can match; absent until she leaves
 */
record CheckOf(String draft, String language, @Nullable PendingSignIn pending) implements Serializable {

    private static final long serialVersionUID = 1L;

    CheckOf leaving(PendingSignIn departure) {
        return new CheckOf(draft, language, departure);
    }
}
