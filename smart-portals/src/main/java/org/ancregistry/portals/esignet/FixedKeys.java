package org.ancregistry.portals.esignet;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys from a file. Tried whatever key id a token names, because a certificate has none that eSignet would know. */
record FixedKeys(JWKSet keys) implements VerificationKeys {

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        var types = wanted.getMatcher().getKeyTypes();
        return new JWKSelector(new JWKMatcher.Builder().keyTypes(types).build()).select(keys);
    }

    @Override
    public boolean renew() {
        return false;
    }
}
