package org.ancregistry.sandbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person's way through the login pages, from the first page to the code. */
final class Transaction {

    /**
     * That a person proved herself.
     *
     * @param person who she is
     * @param subject her name towards this relying party
     * @param acr how she proved it
     * @param at when
     * @param mustAsk whether she is to be asked for her consent
     */
    record Authentication(SandboxPerson person, String subject, String acr, Instant at, boolean mustAsk) {}

    private final String id = Digests.handle();
    private final SandboxClient client;
    private final AuthorizeRequest request;
    private final RequestedClaims claims;
    private final List<String> acrs;
    private final List<String> authorizeScopes;
    private final Instant begun;
    private String detailsHash = "";
    private String codeSentTo = "";
    private String codeSentAt = "";
    private int sends;
    private int wrongTries;
    private @Nullable Authentication authentication;

    Transaction(
            SandboxClient client,
            AuthorizeRequest request,
            RequestedClaims claims,
            List<String> acrs,
            List<String> authorizeScopes,
            Instant begun) {
        this.client = client;
        this.request = request;
        this.claims = claims;
        this.acrs = acrs;
        this.authorizeScopes = authorizeScopes;
        this.begun = begun;
    }

    String id() {
        return id;
    }

    SandboxClient client() {
        return client;
    }

    AuthorizeRequest request() {
        return request;
    }

    RequestedClaims claims() {
        return claims;
    }

    List<String> acrs() {
        return acrs;
    }

    List<String> authorizeScopes() {
        return authorizeScopes;
    }

    Instant begun() {
        return begun;
    }

    String detailsHash() {
        return detailsHash;
    }

    void detailsHash(String hash) {
        detailsHash = hash;
    }

    /** Whom the last code went to, empty while none was sent. */
    String codeSentTo() {
        return codeSentTo;
    }

    /** The masked address that the last code went to. */
    String codeSentAt() {
        return codeSentAt;
    }

    void codeSentAt(String masked) {
        codeSentAt = masked;
    }

    int sends() {
        return sends;
    }

    void codeSent(String individualId) {
        codeSentTo = individualId;
        sends++;
    }

    int wrongTries() {
        return wrongTries;
    }

    void triedInVain() {
        wrongTries++;
    }

    void authenticated(Authentication proof) {
        authentication = proof;
    }

    @Nullable
    Authentication authentication() {
        return authentication;
    }

    /** That she proved herself, which the consent steps need. */
    Authentication proof() {
        if (authentication == null) {
            throw new Refusal("invalid_transaction");
        }
        return authentication;
    }
}
