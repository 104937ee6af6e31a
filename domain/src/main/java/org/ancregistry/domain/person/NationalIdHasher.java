package org.ancregistry.domain.person;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns a national ID number into what may be kept of it: values that agree when numbers agree and say nothing else. */
public final class NationalIdHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * @param key the registry's secret key
     * @throws IllegalArgumentException when the key is shorter than 32 bytes
     */
    public NationalIdHasher(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("The key for national ID hashes has at least 32 bytes.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public NationalIdHashes hash(NationalId id) {
        return new NationalIdHashes(
                hex("whole:" + id.canonical()),
                hex("birth:" + id.birthPart()),
                hex("serial:" + id.serialPart()),
                id.lastThree());
    }

    private String hex(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform knows " + ALGORITHM + ".", e);
        }
    }
}
