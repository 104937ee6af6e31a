package org.ancregistry.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** With whom a mother shares her record. Whatever she chooses, her care goes on and she reads her own record. */
public enum Sharing {
    /** Those who care for her: her area, and the clinics she is referred to or checked in at. */
    CARE_TEAM("care-team", "OPTIN", true),
    /** Her own area alone, which keeps the register of its pregnancies by duty. What a "no" at registration means. */
    OWN_AREA("own-area", "OPTOUTE", false),
    /** Nobody but herself. Only she can choose it, since only she can take it back. */
    NOBODY("nobody", "OPTOUT", false);

    /** For those who care for her, with people or places that she names left out. */
    public static final String RESTRICTED_POLICY = "OPTINR";

    private final String code;
    private final String policy;
    private final boolean permit;

    Sharing(String code, String policy, boolean permit) {
        this.code = code;
        this.policy = policy;
        this.permit = permit;
    }

    public String code() {
        return code;
    }

    /** The code of {@code Consent.policyRule} in {@code http://terminology.hl7.org/CodeSystem/v3-ActCode}. */
    public String policy() {
        return policy;
    }

    /** Whether the Consent's provision permits, or denies. */
    public boolean isPermit() {
        return permit;
    }

    public static Optional<Sharing> of(String code) {
        return Arrays.stream(values())
                .filter(sharing -> sharing.code.equals(code))
                .findFirst();
    }
}
