package org.ancregistry.server.config;

import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the audit trail is sealed, derived from the installation's secret key.
 *
 * @param key for HMAC-SHA256
 */
public record AuditKey(SecretKeySpec key) {

    /** Names no key. */
    @Override
    public String toString() {
        return "AuditKey";
    }
}
