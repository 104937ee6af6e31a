package org.ancregistry.server.operations;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.server.testing.Fork;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPostgres;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;

/** A second registry, on PostgreSQL, that plays the country's; it can be down, and keeps what it knew. */
final class NationalRegistry implements AutoCloseable {

    private static final String CLIENT = "district";

    private final Map<String, String> settings;
    private final URI site;
    private final String key;
    private RunningRegistry running;

    NationalRegistry(Path folder) {
        var district = key();
        site = URI.create("http://localhost:" + Fork.freePort());
        key = write(folder, "district.jwk", district.toJSONString());
        settings = new LinkedHashMap<>(RunningRegistry.postgres(TestPostgres.shared()));
        settings.put("server.port", Integer.toString(site.getPort()));
        settings.put("anc.base-url", site.toString());
        settings.put("anc.identity-feed.sources", CLIENT);
        settings.put("anc.apps.file", write(folder, "apps.json", apps(district)));
        running = RunningRegistry.start(settings);
    }

    private static String apps(RSAKey district) {
        return """
                [{"clientId": "%s", "name": "District", "authentication": "private_key_jwt", "jwks": %s,
                  "scopes": ["system/Patient.crus"]}]
                """.formatted(CLIENT, new JWKSet(district).toPublicJWKSet());
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("district-2026").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With what another registry asks it and tells it. */
    Map<String, String> settingsOfOthers() {
        return Map.of(
                "anc.phn-directory.url",
                site + "/fhir",
                "anc.phn-directory.token-endpoint",
                site + "/oauth2/token",
                "anc.phn-directory.client-id",
                CLIENT,
                "anc.phn-directory.key-file",
                key,
                "anc.phn-directory.patience",
                "10s",
                "anc.phn-directory.rest",
                "1s");
    }

    void stop() {
        running.close();
    }

    void startAgain() {
        running = RunningRegistry.start(settings);
    }

    String save(Patient woman) {
        return running.save(woman);
    }

    /** {@code Patient/…} to which the number leads. */
    String holder(String phn) {
        return running.bean(PhnRegister.class).holderOf(new Phn(phn)).orElse("nobody");
    }

    /** The record to which the number leads. */
    Patient record(String phn) {
        return running.bean(DaoRegistry.class)
                .getResourceDao(Patient.class)
                .read(new IdType(holder(phn)), new SystemRequestDetails());
    }

    @Override
    public void close() {
        running.close();
    }
}
