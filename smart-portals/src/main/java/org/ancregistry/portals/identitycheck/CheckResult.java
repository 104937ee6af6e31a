package org.ancregistry.portals.identitycheck;

/** How an identity check ended; its code is the {@code result} that the registration page reads. */
enum CheckResult {
    VERIFIED("verified"),
    /** She left eSignet's pages without finishing. */
    CANCELLED("cancelled"),
    TIMEOUT("timeout"),
    /** She did not agree that her details are released. */
    REFUSED("refused"),
    /** What eSignet sent proves nobody. */
    FAILED("failed"),
    UNAVAILABLE("unavailable"),
    /** She is verified, and a mother's record is linked to her already. */
    ALREADY_REGISTERED("already-registered");

    private final String code;

    CheckResult(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
