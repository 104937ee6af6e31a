package org.ancregistry.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.sandbox.http.Handler;
import org.ancregistry.sandbox.http.Request;
import org.ancregistry.sandbox.http.Response;

/** Every address of the sandbox, and what it answers where there is none. */
final class Esignet implements Handler {

    private final Realm realm;
    private final Desks desks;
    private final Map<String, Handler> routes = new HashMap<>();

    Esignet(Realm realm, Desks desks) {
        this.realm = realm;
        this.desks = desks;
        addDocuments();
        addPages();
        addOauth();
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
        var style = resource("esignet.css");
        get(Pages.STYLE, unused -> Response.text("text/css;charset=UTF-8", style));
        get(Urls.AUTHORIZE, flow::begin);
        get("/authorize/timeout", flow::timeout);
        post("/authorize/code", flow::sendCode);
        post("/authorize/resend", flow::resend);
        post("/authorize/verify", flow::verify);
        post("/authorize/consent", flow::decide);
    }

    private void addOauth() {
        var token = new TokenEndpoint(realm, desks.grants(), desks.assertions());
        var userinfo = new UserinfoEndpoint(realm, desks.grants());
        oauth(Urls.TOKEN, token::token);
        oauth(Urls.TOKEN_V1, token::tokenV1);
        if (realm.profile().hasPushedRequests()) {
            oauth(Urls.PAR, new PushedRequests(realm, desks)::push);
        }
        get(Urls.USERINFO, userinfo::userinfo);
        post(Urls.USERINFO, userinfo::userinfo);
    }

    private void get(String path, Handler handler) {
        routes.put("GET " + path, handler);
    }

    private void post(String path, Handler handler) {
        routes.put("POST " + path, handler);
    }

    /** An endpoint that wants a form and tells of refusals as RFC 6749 section 5.2 says. */
    private void oauth(String path, Handler handler) {
        post(path, request -> request.isForm() ? form(request, handler) : unsupported(request));
        get(path, unused -> oauthError(405, "invalid_request", "Method Not Allowed"));
    }

    private static Response form(Request request, Handler handler) {
        try {
            return handler.handle(request);
        } catch (Refusal refusal) {
            return oauthError(400, refusal.code(), refusal.description());
        }
    }

    private static Response oauthError(int status, String error, String description) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", error);
        body.put("error_description", description);
        return Response.json(status, body).notStored();
    }

    private static Response unsupported(Request request) {
        var type = request.header("Content-Type");
        return Problems.of(
                415, "Unsupported Media Type", "Content-Type '" + type + "' is not supported.", request.path());
    }

    @Override
    public synchronized Response handle(Request request) {
        var handler = routes.get(request.method() + " " + request.path());
        return handler == null ? Problems.noSuchEndpoint(request, realm) : handler.handle(request);
    }

    private static String resource(String name) {
        try (var file = Esignet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The sandbox lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
