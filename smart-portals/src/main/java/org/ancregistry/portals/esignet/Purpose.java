package org.ancregistry.portals.esignet;

/** Why somebody is sent to eSignet. */
public enum Purpose {
    /** To sign in: only her subject is asked for. */
    SIGN_IN,
    /** To prove who a mother is: her details are asked for, and her consent every time. */
    IDENTITY_CHECK
}
