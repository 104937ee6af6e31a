package org.ancregistry.server.tryit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.portals.authorization.Installation;
import org.ancregistry.portals.esignet.EsignetProviders;
import org.ancregistry.portals.esignet.Purpose;
import org.ancregistry.portals.esignet.Return;
import org.ancregistry.portals.esignet.VerifiedIdentity;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxVisitor;
import org.ancregistry.sandbox.http.Parameters;
import org.ancregistry.server.testing.RunningRegistry;

/**
 * A mother's own sign-in at the sandbox's pages: code, consent and signed details as in real life. Only the midwife's
 * browser is missing, whose session would carry her there and back.
 */
final class DemoIdentity {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final RunningRegistry registry;

    DemoIdentity(RunningRegistry registry) {
        this.registry = registry;
    }

    /** The handle of new evidence for that draft of that midwife ({@code Practitioner/…}). */
    String evidence(SandboxPerson mother, String midwife, String draft) {
        var identity = verified(mother);
        var handle = UUID.randomUUID().toString();
        var evidence = new IdentityEvidence(
                handle,
                identity.subject().provider(),
                identity.subject().sub(),
                identity.demographics(),
                identity.granted(),
                identity.declined(),
                identity.acr(),
                identity.authenticatedAt(),
                midwife,
                draft,
                Instant.now().plus(LIFE),
                null);
        var originals = identity.originals();
        registry.bean(JdbcIdentityEvidences.class)
                .keep(evidence, identity.asked(), originals.idToken(), originals.userinfo());
        return handle;
    }

    private VerifiedIdentity verified(SandboxPerson mother) {
        var esignet = registry.bean(EsignetProviders.class).first().orElseThrow();
        var callback = registry.bean(Installation.class).at("/identity-checks/callback");
        var departure = esignet.depart(Purpose.IDENTITY_CHECK, callback, "en");
        var back = SandboxVisitor.signIn(departure.location(), mother);
        return esignet.identified(departure.pending(), back(back));
    }

    private static Return back(URI address) {
        var query = Parameters.parse(address.getRawQuery()).firsts();
        return new Return(
                query.getOrDefault("state", ""),
                query.get("code"),
                query.get("iss"),
                query.get("error"),
                query.get("error_description"));
    }
}
