package org.ancregistry.operations;

import java.time.Clock;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;

/** Evidence that may still be used: this midwife's, for this draft, in time and not used up. */
public final class LiveEvidence {

    private final IdentityEvidences evidences;
    private final Clock clock;

    public LiveEvidence(IdentityEvidences evidences, Clock clock) {
        this.evidences = evidences;
        this.clock = clock;
    }

    /** The evidence of that handle, or the reason why it counts no longer or not for this caller. */
    public IdentityEvidence require(Caller caller, String handle, String draft) {
        var evidence = evidences
                .find(handle)
                .orElseThrow(() -> Problem.EVIDENCE_UNKNOWN
                        .because("There is no such identity check: verify her identity again.")
                        .at("evidence"));
        if (!evidence.belongsTo(caller.id(), draft)) {
            throw Problem.EVIDENCE_NOT_YOURS
                    .because("This identity check belongs to another registration: verify her identity again.")
                    .at("evidence");
        }
        if (evidence.usedBy() != null) {
            throw used();
        }
        if (evidence.expired(clock.instant())) {
            throw Problem.EVIDENCE_EXPIRED
                    .because("This identity check is too old: verify her identity again.")
                    .at("evidence");
        }
        return evidence;
    }

    /** Uses it up for that request, so that no other registration can. */
    public void useUp(IdentityEvidence evidence, RequestKey request) {
        if (!evidences.useUp(evidence.handle(), request.value())) {
            throw used();
        }
    }

    private static Refusal used() {
        return Problem.EVIDENCE_USED
                .because("This identity check was used for a registration already: verify her identity again.")
                .at("evidence");
    }
}
