package org.ancregistry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.sandbox.Transaction.Authentication;
import org.jspecify.annotations.Nullable;

/** Asks people what may be passed on, and remembers the answer: the same request again is not asked about again. */
final class ConsentDesk {

    static final Duration TO_DECIDE = Duration.ofMinutes(2);

    private final Realm realm;
    private final Map<String, Consent> remembered = new ConcurrentHashMap<>();

    ConsentDesk(Realm realm) {
        this.realm = realm;
    }

    /**
     * What a person allowed.
     *
     * @param about which claims, acr and scopes she was asked about
     * @param claims what she let pass
     * @param scopes what she permitted
     * @param until when she is to be asked again, null for never
     */
    record Consent(
            String about,
            List<String> claims,
            List<String> scopes,
            @Nullable Instant until) {}

    /** Whether the consent page must be shown. A request without claims has none, and deletes the old consent. */
    boolean mustAsk(Transaction transaction, String subject) {
        var key = key(transaction, subject);
        if (transaction.claims().all().isEmpty()
                && transaction.authorizeScopes().isEmpty()) {
            remembered.remove(key);
            return false;
        }
        var old = remembered.get(key);
        return transaction.request().words("prompt").contains("consent")
                || old == null
                || !old.about().equals(about(transaction))
                || isOver(old);
    }

    private boolean isOver(Consent consent) {
        return consent.until() != null && !realm.clock().instant().isBefore(consent.until());
    }

    /** Takes the person's answer, or the one she gave before, and says what passes. */
    Consent decide(Transaction transaction, List<String> claims, List<String> scopes) {
        var proof = transaction.proof();
        checkInTime(proof);
        return proof.mustAsk() ? ask(transaction, claims, scopes) : recall(transaction, proof);
    }

    private void checkInTime(Authentication proof) {
        if (!realm.clock().instant().isBefore(proof.at().plus(TO_DECIDE))) {
            throw new Refusal("invalid_transaction");
        }
    }

    private Consent recall(Transaction transaction, Authentication proof) {
        var nothing = new Consent(about(transaction), List.of(), List.of(), null);
        return remembered.getOrDefault(key(transaction, proof.subject()), nothing);
    }

    private Consent ask(Transaction transaction, List<String> claims, List<String> scopes) {
        var asked = transaction.claims();
        if (!claims.containsAll(asked.essential()) || !asked.all().containsAll(claims)) {
            throw new Refusal("invalid_accepted_claim");
        }
        if (!transaction.authorizeScopes().containsAll(scopes)) {
            throw new Refusal("invalid_permitted_scope");
        }
        var consent = new Consent(about(transaction), List.copyOf(claims), List.copyOf(scopes), end(transaction));
        remembered.put(key(transaction, transaction.proof().subject()), consent);
        return consent;
    }

    private @Nullable Instant end(Transaction transaction) {
        var minutes = transaction.client().extra().consentMinutes();
        return minutes > 0 ? realm.clock().instant().plus(Duration.ofMinutes(minutes)) : null;
    }

    private static String key(Transaction transaction, String subject) {
        return transaction.client().id() + " " + subject;
    }

    private static String about(Transaction transaction) {
        var claims = transaction.claims();
        return String.join(
                "|",
                claims.essential().toString(),
                claims.voluntary().toString(),
                claims.verified().toString(),
                new TreeSet<>(transaction.acrs()).toString(),
                transaction.authorizeScopes().toString());
    }

    void forget() {
        remembered.clear();
    }
}
