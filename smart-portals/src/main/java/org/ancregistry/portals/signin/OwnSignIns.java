package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * A mother's own sign-in as evidence: what she answers about her record in the half hour after it is verified by it, and
 * she need not sign in a second time to say yes or no.
 */
public interface OwnSignIns {

    /** The proof of this session's sign-in, fresh or not: the registry says whether it still counts. */
    Optional<Proof> of(HttpSession session);

    /**
     * What proves that she herself signed in.
     *
     * @param evidence its handle
     * @param draft what the evidence is for
     */
    record Proof(String evidence, String draft) implements Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "Proof[…]";
        }
    }
}
