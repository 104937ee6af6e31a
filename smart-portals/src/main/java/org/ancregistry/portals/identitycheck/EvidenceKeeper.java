package org.ancregistry.portals.identitycheck;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.portals.esignet.VerifiedIdentity;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.portals.keys.Randomness;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a verified identity into evidence for one draft of one midwife: kept and noted in the draft, or neither. */
final class EvidenceKeeper {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcIdentityEvidences evidences;
    private final RegistrationDrafts drafts;
    private final LinkedPeople links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceKeeper(
            JdbcIdentityEvidences evidences,
            RegistrationDrafts drafts,
            LinkedPeople links,
            TransactionTemplate transaction,
            Clock clock) {
        this.evidences = evidences;
        this.drafts = drafts;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Says whether the draft is hers and has the evidence now. */
    boolean keep(VerifiedIdentity identity, String draft, String midwife) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var evidence = evidence(identity, draft, midwife);
            var originals = identity.originals();
            evidences.keep(evidence, identity.asked(), originals.idToken(), originals.userinfo());
            var noted = drafts.evidence(draft, midwife, evidence.handle());
            if (!noted) {
                status.setRollbackOnly();
            }
            return noted;
        }));
    }

    private IdentityEvidence evidence(VerifiedIdentity identity, String draft, String midwife) {
        return new IdentityEvidence(
                Randomness.token(),
                identity.subject().provider(),
                identity.subject().sub(),
                identity.demographics(),
                identity.granted(),
                identity.declined(),
                identity.acr(),
                identity.authenticatedAt(),
                midwife,
                draft,
                clock.instant().plus(LIFE),
                null);
    }

    /** {@code Patient/…} that is linked to this identity already. */
    Optional<String> registered(VerifiedIdentity identity) {
        return links.behind(identity.subject()).filter(person -> person.startsWith("Patient/"));
    }
}
