package org.ancregistry.server.config;

/**
 * The key under which the audit trail is sealed.
 *
 * @param bytes 32 of them, derived from the installation's secret key
 */
public record AuditKey(byte[] bytes) {

    public AuditKey {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "AuditKey";
    }
}
