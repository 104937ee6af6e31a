package org.ancregistry.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ancregistry.server.config.AuditKey;

/** What nobody can work out without the registry's key: so that who may write to the database cannot seal anew. */
final class Fingerprints {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Fingerprints(AuditKey key) {
        this.key = key.key();
    }

    /** 64 hexadecimal characters. */
    String of(String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform knows HMAC-SHA256.", e);
        }
    }
}
