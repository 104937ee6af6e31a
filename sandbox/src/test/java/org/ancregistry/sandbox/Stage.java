package org.ancregistry.sandbox;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPerson.Address;
import org.ancregistry.sandbox.SandboxPerson.Contact;
import org.ancregistry.sandbox.http.Json;

/** The people and relying parties of the recording, on a sandbox. */
final class Stage implements AutoCloseable {

    static final String NIMALI = "199401234567";
    static final String VERIFIED = "199401234568";
    static final List<String> CHANNELS = List.of("email", "phone");
    static final RSAKey ENCRYPTION = RelyingParty.newKey();

    private static final RSAKey OTHER_KEY = RelyingParty.newKey();
    private static final RSAKey FAPI_KEY = RelyingParty.newKey();
    private static final RSAKey JWE_KEY = RelyingParty.newKey();
    private static final RSAKey NAMED_KEY =
            new RSAKey.Builder(RelyingParty.newKey()).keyID("key-1").build();
    private static final RSAKey RS256_KEY = new RSAKey.Builder(RelyingParty.newKey())
            .algorithm(JWSAlgorithm.RS256)
            .build();

    final EsignetSandbox sandbox;
    final RelyingParty portal;
    final RelyingParty other;
    final RelyingParty fapi;
    final RelyingParty jwe;
    final RelyingParty named;
    final RelyingParty rs256;

    Stage(SandboxSettings settings) {
        sandbox = EsignetSandbox.open(settings.withPerson(nimali(NIMALI))
                .withPerson(nimali(VERIFIED)
                        .withVerification("name", "LK-NID", "2026-11-22T11:20:10.808931")
                        .withVerification("birthdate", "LK-NID", "2026-11-22T11:20:10.808931"))
                .withClient(client("anc-portal-2", RelyingParty.KEY))
                .withClient(SandboxClient.of("other-rp-client", "another-rp", OTHER_KEY, RelyingParty.CALLBACK))
                .withClient(client("fapi-client", FAPI_KEY)
                        .requiringPkce()
                        .requiringPushedRequests()
                        .boundByDpop())
                .withClient(client("jwe-client", JWE_KEY).withEncryptedUserinfo(ENCRYPTION))
                .withClient(client("named-key-client", NAMED_KEY))
                .withClient(client("rs256-client", RS256_KEY)));
        portal = new RelyingParty(sandbox, "anc-portal-2");
        other = new RelyingParty(sandbox, "other-rp-client", OTHER_KEY);
        fapi = new RelyingParty(sandbox, "fapi-client", FAPI_KEY);
        jwe = new RelyingParty(sandbox, "jwe-client", JWE_KEY);
        named = new RelyingParty(sandbox, "named-key-client", NAMED_KEY);
        rs256 = new RelyingParty(sandbox, "rs256-client", RS256_KEY);
    }

    private static SandboxClient client(String id, RSAKey key) {
        return SandboxClient.of(id, "anc-registry", key, RelyingParty.CALLBACK)
                .withAcrs(SandboxClient.ALL_ACRS.toArray(String[]::new));
    }

    private static SandboxPerson nimali(String individualId) {
        var names = new LinkedHashMap<String, String>();
        names.put("eng", "Nimali Perera");
        names.put("sin", "නිමාලි පෙරේරා");
        var home = new Address("12 Temple Road", "Gampaha", "Western", "Sri Lanka");
        var contact = new Contact(home, "+94710000001", "u" + individualId + "@example.org");
        return new SandboxPerson(individualId, names, LocalDate.of(1994, 3, 17), "Female", contact, Map.of());
    }

    UiSession ui() {
        return new UiSession(sandbox);
    }

    /** A request as recorded, of the portal, with one member changed; null takes it away. */
    static Map<String, Object> request(String name, Object value) {
        var request = UiSession.request("anc-portal-2");
        if (value == null) {
            request.remove(name);
        } else {
            request.put(name, value);
        }
        return request;
    }

    /** A code that was come by with the recorded request. */
    String code() {
        return code(portal);
    }

    String code(RelyingParty party) {
        return code(UiSession.request(party.clientId()), NIMALI, Claims.ALL.subList(0, 7));
    }

    String code(Map<String, Object> request, String individualId, List<String> accepted) {
        var ui = ui();
        ui.begin(request);
        return ui.signIn(individualId).code(accepted, List.of());
    }

    /** Claims asked for one by one: the essential first. */
    static Map<String, Object> asking(List<String> essential, List<String> voluntary) {
        var userinfo = new LinkedHashMap<String, Object>();
        essential.forEach(claim -> userinfo.put(claim, Map.of("essential", true)));
        voluntary.forEach(claim -> userinfo.put(claim, null));
        var request = request("claims", Map.of("userinfo", userinfo));
        request.put("scope", "openid");
        return request;
    }

    Answer userinfo(RelyingParty party, String code) {
        return party.userinfo(String.valueOf(party.tokens(code).get("access_token")));
    }

    /** A token as the recording writes it down. */
    static Map<String, Object> decoded(Object compact) {
        var jws = Answer.jws(compact);
        return Map.of(
                "header",
                jws.getHeader().toJSONObject(),
                "payload",
                Json.parse(jws.getPayload().toString()));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
