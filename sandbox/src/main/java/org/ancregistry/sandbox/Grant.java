package org.ancregistry.sandbox;

import java.util.List;

/**
 * What a code or an access token stands for.
 *
 * @param client who may use it
 * @param request what was asked
 * @param claims which claims that was about
 * @param proof who signed in, and how
 * @param accepted the claims that she let pass
 * @param scopes the scopes that she permitted
 */
record Grant(
        SandboxClient client,
        AuthorizeRequest request,
        RequestedClaims claims,
        Transaction.Authentication proof,
        List<String> accepted,
        List<String> scopes) {

    static Grant of(Transaction transaction, ConsentDesk.Consent consent) {
        return new Grant(
                transaction.client(),
                transaction.request(),
                transaction.claims(),
                transaction.proof(),
                consent.claims(),
                consent.scopes());
    }
}
