package org.ancregistry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** Where a partner desk registers relying parties. The real one wants its own token; the sandbox is open. */
final class ClientManagement {

    private final Realm realm;

    ClientManagement(Realm realm) {
        this.realm = realm;
    }

    @Nullable
    Object create(Request unused, Map<String, Object> call) {
        var client = ClientJson.read(call);
        try {
            realm.register(client);
        } catch (IllegalArgumentException duplicate) {
            throw new Refusal(String.valueOf(duplicate.getMessage()));
        }
        return active(client);
    }

    /** Sets the key that userinfo is encrypted to. The key that the client signs with can never be changed. */
    @Nullable
    Object patch(Request request, Map<String, Object> call) {
        var id = request.path().substring(request.path().lastIndexOf('/') + 1);
        var client = realm.client(id).orElseThrow(() -> new Refusal("invalid_client_id"));
        if (call.containsKey("publicKey")) {
            throw new Refusal("invalid_input");
        }
        realm.replace(client.withEncryptedUserinfo(ClientJson.encryptionKey(call)));
        return active(client);
    }

    private static Map<String, Object> active(SandboxClient client) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("clientId", client.id());
        answer.put("status", "ACTIVE");
        return answer;
    }
}
