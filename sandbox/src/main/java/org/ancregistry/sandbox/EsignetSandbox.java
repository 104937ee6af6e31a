package org.ancregistry.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.ancregistry.sandbox.http.LoopbackServer;

/**
 * A running stand-in for eSignet, for tests and for trying things out. It listens on 127.0.0.1 only, knows none but
 * made-up people, and must never be part of a product.
 */
public final class EsignetSandbox implements AutoCloseable {

    private final LoopbackServer server;
    private final Realm realm;
    private final Desks desks;
    private final Weather weather;

    private EsignetSandbox(LoopbackServer server, SandboxSettings settings) {
        this.server = server;
        realm = new Realm(settings, server.address());
        desks = new Desks(realm);
        weather = new Weather(new Esignet(realm, desks));
    }

    /**
     * Starts one.
     *
     * @throws UncheckedIOException if the port of the settings is taken
     */
    public static EsignetSandbox open(SandboxSettings settings) {
        try {
            var server = LoopbackServer.listen(settings.port());
            var sandbox = new EsignetSandbox(server, settings);
            server.answerWith(sandbox.weather);
            return sandbox;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** What its tokens say in {@code iss}; discovery is below it. */
    public URI issuer() {
        return URI.create(realm.urls().issuer());
    }

    /** Scheme, name and port. */
    public URI host() {
        return realm.urls().host();
    }

    /** The JWKS with the key that signs userinfo, which is not in the JWKS of discovery. */
    public URI userinfoKeys() {
        return URI.create(realm.urls().at(Urls.USERINFO_KEYS));
    }

    /** Makes another relying party known, for those that learn their own port late. */
    public void register(SandboxClient client) {
        realm.register(client);
    }

    /** Makes another person known. */
    public void add(SandboxPerson person) {
        realm.add(person);
    }

    /** Puts the sandbox's clock forward. */
    public void advance(Duration by) {
        realm.clock().advance(by);
    }

    /** Lets a person try again who has used up her tries. */
    public void unblock(String individualId) {
        realm.unblock(individualId);
    }

    /** Signs with a new key from now on; the old one stays published. */
    public void rotateSigningKey() {
        realm.tokenKeys().rotate();
    }

    /** Signs with a new key that bears the old one's {@code kid}. */
    public void rotateSigningKeyUnderTheSameKid() {
        realm.tokenKeys().rotateUnderTheSameName();
    }

    /** The ID system signs userinfo with a new key from now on. */
    public void rotateUserinfoKey() {
        realm.userinfoKeys().rotate();
    }

    /** Answers everything with 503 until {@link #comeBack}. */
    public void goDown() {
        weather.goDown();
    }

    /** Answers again. */
    public void comeBack() {
        weather.comeBack();
    }

    /** Lets each answer take this long. */
    public void answerAfter(Duration delay) {
        weather.delay(delay);
    }

    /** As when its cache was emptied: codes and tokens that it gave out are refused. */
    public void forgetTokens() {
        desks.grants().forget();
    }

    /** Codes, tokens and userinfo given out so far, oldest first. */
    public List<Issued> issued() {
        return realm.issued();
    }

    /** Forgets all that happened: transactions, consents, tokens, blocks, the clock's advance. Clients and keys stay. */
    public void reset() {
        desks.forget();
        weather.comeBack();
        weather.delay(Duration.ZERO);
    }

    @Override
    public void close() {
        weather.close();
        server.close();
    }
}
