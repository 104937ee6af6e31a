package org.ancregistry.sandbox;

import java.util.List;

/** Everything that works on a transaction, the same for the pages and for the calls that eSignet's own pages make. */
final class Desks {

    private final Realm realm;
    private final Transactions transactions;
    private final AuthorizeDesk authorize;
    private final ConsentDesk consents;
    private final SignInDesk signIn;
    private final Grants grants;
    private final ClientAssertions assertions;
    private final DpopProofs proofs;

    Desks(Realm realm) {
        this.realm = realm;
        transactions = new Transactions(realm);
        authorize = new AuthorizeDesk(realm);
        consents = new ConsentDesk(realm);
        signIn = new SignInDesk(realm, consents);
        grants = new Grants(realm);
        assertions = new ClientAssertions(realm);
        proofs = new DpopProofs(realm);
    }

    Transactions transactions() {
        return transactions;
    }

    AuthorizeDesk authorize() {
        return authorize;
    }

    SignInDesk signIn() {
        return signIn;
    }

    Grants grants() {
        return grants;
    }

    ClientAssertions assertions() {
        return assertions;
    }

    DpopProofs proofs() {
        return proofs;
    }

    /** Ends a transaction in a code. */
    String complete(Transaction transaction, List<String> claims, List<String> scopes) {
        var consent = consents.decide(transaction, claims, scopes);
        var code = grants.newCode(Grant.of(transaction, consent));
        transactions.end(transaction);
        var person = transaction.proof().person();
        realm.issued(Issued.Kind.CODE, transaction.client(), person.individualId());
        return code;
    }

    void forget() {
        transactions.forget();
        authorize.forget();
        consents.forget();
        grants.forget();
        assertions.forget();
        proofs.forget();
        realm.forget();
    }
}
