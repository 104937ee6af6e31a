package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.http.Parameters;

/** The addresses that eSignet's pages send a person back to, with the parameters in their order. */
final class Redirects {

    private final Realm realm;

    Redirects(Realm realm) {
        this.realm = realm;
    }

    String success(Transaction transaction, String code) {
        var parameters = new LinkedHashMap<String, String>();
        if (!transaction.request().state().isEmpty()) {
            parameters.put("state", transaction.request().state());
        }
        parameters.put("code", code);
        if (realm.profile().hasPushedRequests()) {
            parameters.put("iss", realm.urls().issuer());
        }
        return address(transaction, parameters);
    }

    /** Without a state the pages write the word "null". */
    String failure(Transaction transaction, String error, String description) {
        var state = transaction.request().state();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error_description", description);
        parameters.put("state", state.isEmpty() ? "null" : state);
        parameters.put("error", error);
        return address(transaction, parameters);
    }

    private static String address(Transaction transaction, Map<String, String> parameters) {
        return transaction.request().redirectUri() + "?" + Parameters.encode(parameters);
    }
}
