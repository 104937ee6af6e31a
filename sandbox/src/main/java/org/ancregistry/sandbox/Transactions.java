package org.ancregistry.sandbox;

import java.time.Duration;

/** The ways through the login pages that are under way. */
final class Transactions {

    /** Longer than any of them is good for, so that the pages can still lead a latecomer back. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Realm realm;
    private final ExpiringStore<Transaction> transactions;

    Transactions(Realm realm) {
        this.realm = realm;
        transactions = realm.store(KEPT);
    }

    Transaction begin(Transaction transaction) {
        transactions.put(transaction.id(), transaction);
        return transaction;
    }

    /** One that is still good: nobody needed too long to sign in. */
    Transaction live(String id) {
        var transaction = known(id);
        var inTime = realm.clock().instant().isBefore(transaction.begun().plus(AuthorizeDesk.BEFORE_SIGN_IN));
        if (transaction.authentication() == null && !inTime) {
            throw new Refusal("invalid_transaction");
        }
        return transaction;
    }

    /** One that may be too old to go on with. */
    Transaction known(String id) {
        return transactions.find(id).orElseThrow(() -> new Refusal("invalid_transaction"));
    }

    void end(Transaction transaction) {
        transactions.take(transaction.id());
    }

    void forget() {
        transactions.clear();
    }
}
