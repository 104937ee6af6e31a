package org.ancregistry.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.http.Handler;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Resources;
import org.ancregistry.sandbox.http.Response;

/** Every address of the sandbox, and what it answers where there is none. */
final class Esignet implements Handler {

    private static final Envelope.Gate NO_GATE = request -> {};
    private static final String CLIENTS = Urls.BASE + "/client-mgmt/client";

    private final Realm realm;
    private final Desks desks;
    private final Map<String, Handler> routes = new HashMap<>();

    Esignet(Realm realm, Desks desks) {
        this.realm = realm;
        this.desks = desks;
        addDocuments();
        addPages();
        addOauth();
        addUiCalls();
        addManagement();
    }

    private void addDocuments() {
        var discovery = new Discovery(realm);
        Handler openid = unused -> published(discovery.openid());
        Handler oauth = unused -> published(discovery.oauth());
        Handler keys = unused -> published(realm.tokenKeys().published());
        get("/.well-known/openid-configuration", openid);
        get("/.well-known/oauth-authorization-server", oauth);
        get(Urls.JWKS, keys);
        get(Urls.BASE + "/oidc/.well-known/openid-configuration", openid);
        get(Urls.BASE + "/oauth/.well-known/oauth-authorization-server", oauth);
        get(Urls.BASE + "/oauth/.well-known/jwks.json", keys);
        if (realm.profile().issuerHasPath()) {
            get(Urls.BASE + "/.well-known/openid-configuration", openid);
            get(Urls.BASE + "/.well-known/oauth-authorization-server", oauth);
            get(Urls.BASE + Urls.JWKS, keys);
        }
        get(Urls.USERINFO_KEYS, unused -> published(realm.userinfoKeys().published()));
    }

    private static Response published(Map<String, Object> document) {
        return Response.json(200, document).notCached().with("Access-Control-Allow-Origin", "*");
    }

    private void addPages() {
        var flow = new LoginFlow(realm, desks);
        var style = Resources.text(Esignet.class, "esignet.css");
        get(Pages.STYLE, unused -> Response.text("text/css;charset=UTF-8", style));
        get(Urls.AUTHORIZE, flow::begin);
        get("/authorize/timeout", flow::timeout);
        post("/authorize/code", flow::sendCode);
        post("/authorize/resend", flow::resend);
        post("/authorize/verify", flow::verify);
        post("/authorize/consent", flow::decide);
    }

    private void addOauth() {
        var token = new TokenEndpoint(realm, desks);
        var userinfo = new UserinfoEndpoint(realm, desks);
        oauth(Urls.TOKEN, token::token);
        oauth(Urls.TOKEN_V1, token::tokenV1);
        if (realm.profile().hasPushedRequests()) {
            oauth(Urls.PAR, new PushedRequests(realm, desks)::push);
        }
        get(Urls.USERINFO, userinfo::userinfo);
        post(Urls.USERINFO, userinfo::userinfo);
    }

    private void addUiCalls() {
        var calls = new UiCalls(realm, desks);
        var envelope = new Envelope(realm);
        var base = Urls.BASE + "/authorization/";
        get(Urls.BASE + "/csrf/token", calls::csrfToken);
        for (var version : List.of("", "v2/", "v3/")) {
            post(base + version + "oauth-details", envelope.protectedCall(NO_GATE, calls::oauthDetails));
            post(base + version + "authenticate", envelope.protectedCall(calls::checkDetails, calls::authenticate));
        }
        post(base + "par-oauth-details", envelope.protectedCall(NO_GATE, calls::pushedOauthDetails));
        post(base + "send-otp", envelope.protectedCall(calls::checkDetails, calls::sendOtp));
        get(base + "claim-details", envelope.call(calls::checkDetails, calls::claimDetails));
        post(base + "auth-code", envelope.protectedCall(calls::checkDetails, calls::authCode));
    }

    private void addManagement() {
        var envelope = new Envelope(realm);
        var management = new ClientManagement(realm);
        post(CLIENTS, envelope.call(NO_GATE, management::create));
        routes.put("PATCH " + CLIENTS, envelope.call(NO_GATE, management::patch));
        post("/v1/mock-identity-system/identity", envelope.call(NO_GATE, new MockIdentities(realm)::create));
    }

    private void get(String path, Handler handler) {
        routes.put("GET " + path, handler);
    }

    private void post(String path, Handler handler) {
        routes.put("POST " + path, handler);
    }

    /** An endpoint that wants a form. */
    private void oauth(String path, Handler handler) {
        var errors = new OauthErrors(desks.proofs());
        post(path, request -> request.isForm() ? form(request, handler, errors) : unsupported(request));
        get(path, unused -> errors.of(405, "invalid_request", "Method Not Allowed"));
    }

    private static Response form(Request request, Handler handler, OauthErrors errors) {
        try {
            return handler.handle(request);
        } catch (Refusal refusal) {
            return errors.of(refusal);
        }
    }

    private static Response unsupported(Request request) {
        var type = request.header("Content-Type");
        return Problems.of(
                415, "Unsupported Media Type", "Content-Type '" + type + "' is not supported.", request.path());
    }

    /** A client's own address is served by the same handler for all clients. */
    private static String address(String path) {
        return path.startsWith(CLIENTS + "/") ? CLIENTS : path;
    }

    @Override
    public synchronized Response handle(Request request) {
        var handler = routes.get(request.method() + " " + address(request.path()));
        return handler == null ? Problems.noSuchEndpoint(request, realm) : handler.handle(request);
    }
}
