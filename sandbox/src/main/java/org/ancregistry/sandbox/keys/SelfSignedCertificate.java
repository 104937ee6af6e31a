package org.ancregistry.sandbox.keys;

import com.nimbusds.jose.util.Base64;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/** A certificate that a key gives itself: eSignet lists one beside each key, and relying parties may read it (RFC 5280). */
final class SelfSignedCertificate {

    private static final byte[] SHA256_WITH_RSA =
            Der.sequence(Der.oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), Der.nothing());
    private static final byte[] COMMON_NAME = Der.oid(0x55, 0x04, 0x03);
    private static final long VERSION_3 = 2;

    private SelfSignedCertificate() {}

    /** The certificate in base64, as {@code x5c} has it. */
    static Base64 of(KeyPair pair, String name, Instant from, Instant until) throws GeneralSecurityException {
        var subject = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8(name))));
        var toBeSigned = Der.sequence(
                Der.explicit(0, Der.integer(VERSION_3)),
                Der.integer(from.toEpochMilli()),
                SHA256_WITH_RSA,
                subject,
                Der.sequence(Der.time(from), Der.time(until)),
                subject,
                pair.getPublic().getEncoded());
        return Base64.encode(
                Der.sequence(toBeSigned, SHA256_WITH_RSA, Der.bits(signature(pair.getPrivate(), toBeSigned))));
    }

    private static byte[] signature(PrivateKey key, byte[] content) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }
}
