package org.ancregistry.domain.pregnancy;

import java.util.Arrays;
import java.util.Optional;

/** Why a woman did not come when she was expected; the codes are those of the guide's {@code anc-missed-reason}. */
public enum MissedReason {
    FORGOT("forgot"),
    TRANSPORT("transport"),
    ILL("ill"),
    AWAY("away"),
    FAMILY("family"),
    UNWILLING("unwilling"),
    CLINIC_NOT_HELD("clinic-not-held"),
    OTHER("other");

    private final String code;

    MissedReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<MissedReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
