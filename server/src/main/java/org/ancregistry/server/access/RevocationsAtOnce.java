package org.ancregistry.server.access;

import org.ancregistry.interceptors.token.RememberedRevocations;
import org.ancregistry.portals.authorization.TokensRevoked;
import org.springframework.transaction.event.TransactionalEventListener;

/** On the node where somebody signs out or is unlinked, her token opens nothing from that moment on. */
public class RevocationsAtOnce {

    private final RememberedRevocations remembered;

    RevocationsAtOnce(RememberedRevocations remembered) {
        this.remembered = remembered;
    }

    /** Not before the revocation is committed: until then the table would still say that the token is good. */
    @TransactionalEventListener(fallbackExecution = true)
    public void forget(TokensRevoked revoked) {
        remembered.forget();
    }
}
