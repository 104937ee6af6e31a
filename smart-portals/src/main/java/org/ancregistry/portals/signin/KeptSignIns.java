package org.ancregistry.portals.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.portals.esignet.ProvenSignIn;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.portals.keys.Randomness;

/** Keeps each mother's sign-in as evidence and its handle in her session. */
final class KeptSignIns implements OwnSignIns {

    private static final String ATTRIBUTE = "anc.own-sign-in";
    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final Demographics NOTHING_ASKED = new Demographics(List.of(), null, null, null, null, null, null);

    private final JdbcIdentityEvidences evidences;

    KeptSignIns(JdbcIdentityEvidences evidences) {
        this.evidences = evidences;
    }

    /** Keeps a mother's; staff prove nothing about themselves. */
    void keep(ProvenSignIn signIn, SignedInPerson person, HttpSession session) {
        if (person.role() != Role.MOTHER) {
            return;
        }
        var proof = new Proof(Randomness.token(), Randomness.token());
        evidences.keep(evidence(signIn, person, proof), Set.of(), signIn.idToken(), "");
        session.setAttribute(ATTRIBUTE, proof);
    }

    private static IdentityEvidence evidence(ProvenSignIn signIn, SignedInPerson person, Proof proof) {
        return new IdentityEvidence(
                proof.evidence(),
                signIn.subject().provider(),
                signIn.subject().sub(),
                NOTHING_ASKED,
                Set.of(),
                Set.of(),
                signIn.acr(),
                signIn.authenticatedAt(),
                person.reference(),
                proof.draft(),
                signIn.authenticatedAt().plus(FRESH),
                null);
    }

    @Override
    public Optional<Proof> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Proof proof ? Optional.of(proof) : Optional.empty();
    }
}
