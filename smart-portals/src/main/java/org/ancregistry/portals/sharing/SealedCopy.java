package org.ancregistry.portals.sharing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import java.text.ParseException;
import java.util.Optional;

/**
 * A text that only link and PIN together open (JWE, RFC 7516, with a key made from both by PBES2, RFC 7518 section 4.8).
 * Whoever has the table has neither.
 */
final class SealedCopy {

    private static final int SALT_BYTES = 16;
    /** OWASP's number for PBKDF2 with SHA-512, 2023. */
    private static final int ROUNDS = 210_000;

    private SealedCopy() {}

    static String of(String text, String token, String pin) {
        var header = new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM);
        var sealed = new JWEObject(header, new Payload(text));
        try {
            sealed.encrypt(new PasswordBasedEncrypter(password(token, pin), SALT_BYTES, ROUNDS));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform knows PBKDF2, AES and GCM.", e);
        }
        return sealed.serialize();
    }

    /** The text; empty when the PIN is another. */
    static Optional<String> open(String sealed, String token, String pin) {
        try {
            var copy = JWEObject.parse(sealed);
            copy.decrypt(new PasswordBasedDecrypter(password(token, pin)));
            return Optional.of(copy.getPayload().toString());
        } catch (JOSEException e) {
            return Optional.empty();
        } catch (ParseException e) {
            throw new IllegalStateException("A sealed copy in the table is none.", e);
        }
    }

    private static String password(String token, String pin) {
        return token + "." + pin;
    }
}
