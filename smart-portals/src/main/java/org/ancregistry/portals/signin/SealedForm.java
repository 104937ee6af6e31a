package org.ancregistry.portals.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import org.ancregistry.portals.keys.Randomness;
import org.ancregistry.portals.typed.TypedForm;

/**
 * A typed form that only the browser opens from which it came (JWE, RFC 7516, with a key made from the 256 random bits of
 * its cookie). Whoever has the table has no cookie.
 */
final class SealedForm {

    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SealedForm() {}

    /** Empty when it is too long to be kept. */
    static Optional<String> of(TypedForm form, String token) {
        var text = write(form);
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.empty();
        }
        var content = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
        try {
            content.encrypt(new DirectEncrypter(key(token)));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform knows AES and GCM.", e);
        }
        return Optional.of(content.serialize());
    }

    static TypedForm open(String content, String token) {
        try {
            var form = JWEObject.parse(content);
            form.decrypt(new DirectDecrypter(key(token)));
            return JSON.readValue(form.getPayload().toString(), TypedForm.class);
        } catch (JOSEException | ParseException | JsonProcessingException e) {
            throw new IllegalStateException("A kept form in the table is none.", e);
        }
    }

    private static String write(TypedForm form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are JSON.", e);
        }
    }

    /** Another value than the digest under which the row is found. */
    private static byte[] key(String token) {
        return Randomness.sha256("kept form " + token);
    }
}
