package org.ancregistry.portals.identitycheck;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final List<IdentityDrafts> drafts;
    private final LinkedPeople links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceKeeper(
            JdbcIdentityEvidences evidences,
            List<IdentityDrafts> drafts,
            LinkedPeople links,
            TransactionTemplate transaction,
            Clock clock) {
        this.evidences = evidences;
        this.drafts = List.copyOf(drafts);
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
            var noted = of(draft, midwife).filter(its -> its.evidence(evidence)).isPresent();
            if (!noted) {
                status.setRollbackOnly();
            }
            return noted;
        }));
    }

    /** Where that draft is kept; empty when this midwife has no such draft open. */
    Optional<IdentityDrafts> of(String draft, String midwife) {
        return drafts.stream().filter(kind -> kind.belongsTo(draft, midwife)).findFirst();
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
