package org.ancregistry.portals.authorization;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.portals.keys.KeyFiles;

/**
 * The public keys under which tokens are ours: the one that signs now, and further ones. Publishing the next key on every
 * node before any node signs with it, and the former one for as long as its tokens live, is how a key is changed without
 * signing anybody out.
 *
 * @param keys public parts only
 */
record BelievedKeys(JWKSet keys) {

    /**
     * The key that signs and those of the files; a file may name the signing key again, so that one list fits all nodes.
     *
     * @throws org.ancregistry.portals.keys.KeyUnreadable when a file is not there or holds no key
     * @throws IllegalArgumentException when a file holds another kind of key
     */
    static BelievedKeys of(SigningKey signing, List<Path> further) {
        Map<String, JWK> byId = new LinkedHashMap<>();
        byId.put(signing.jwk().getKeyID(), signing.jwk().toPublicJWK());
        further.stream()
                .flatMap(file -> KeyFiles.publicKeys(file).getKeys().stream())
                .map(SigningKey::named)
                .forEach(key -> byId.putIfAbsent(key.getKeyID(), key.toPublicJWK()));
        return new BelievedKeys(new JWKSet(List.copyOf(byId.values())));
    }
}
