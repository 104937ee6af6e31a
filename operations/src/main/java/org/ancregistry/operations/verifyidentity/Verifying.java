package org.ancregistry.operations.verifyidentity;

import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Transactions;
import org.hl7.fhir.r4.model.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds a mother to who she proves to be: after a person compared and decided, once, all of it or nothing. */
public final class Verifying {

    private static final Logger LOG = LoggerFactory.getLogger(Verifying.class);

    private final Once once;
    private final Transactions transactions;
    private final Reach reach;
    private final Proofs proofs;
    private final VerificationWriting writing;

    public Verifying(Once once, Transactions transactions, Reach reach, Proofs proofs, VerificationWriting writing) {
        this.once = once;
        this.transactions = transactions;
        this.reach = reach;
        this.proofs = proofs;
        this.writing = writing;
    }

    Parameters verify(Caller caller, VerifyIdentity asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR);
        reach.require(caller, asked.patient());
        var decision = asked.decision();
        if (decision == null) {
            return transactions.inOne(caller, () -> VerifyAnswer.compared(proofs.of(caller, asked)));
        }
        var requestId = Given.present(asked.how().requestId(), "request-id");
        var request = new Asked(requestId, "$verify-identity", asked.how().content());
        var answer = once.doOnce(caller, request, () -> decideNow(caller, asked, decision, requestId));
        return VerifyAnswer.outOf(answer);
    }

    private Parameters decideNow(Caller caller, VerifyIdentity asked, VerifyDecision decision, String requestId) {
        var verification = proofs.of(caller, asked);
        requireSeen(asked, verification);
        if (decision == VerifyDecision.DIFFERENT) {
            writing.another(caller, asked, verification);
            LOG.info("Left {} unverified for {}", asked.patient(), caller.id());
            return VerifyAnswer.left(verification);
        }
        if (verification.elsewhere() != null) {
            return VerifyAnswer.elsewhere(
                    verification, writing.askSupervisor(caller, verification, verification.elsewhere()));
        }
        requirePlausible(caller, asked, verification);
        proofs.bind(caller, asked, verification, requestId);
        writing.verified(caller, asked, verification);
        LOG.info("Verified {} for {}", asked.patient(), caller.id());
        return VerifyAnswer.verified(verification);
    }

    private static void requireSeen(VerifyIdentity asked, Verification verification) {
        if (!verification.version().equals(Given.present(asked.how().basedOn(), "based-on"))) {
            throw Problem.VERSION_CONFLICT
                    .because("Her record was changed after you compared: compare again.")
                    .at("based-on")
                    .currentVersion(verification.version());
        }
    }

    /** Where everything speaks against it, a midwife alone does not bind a person to a record: a supervisor may. */
    private static void requirePlausible(Caller caller, VerifyIdentity asked, Verification verification) {
        if (verification.comparison().grade() != MatchGrade.CERTAINLY_NOT) {
            return;
        }
        if (caller.role() != Role.SUPERVISOR) {
            throw Problem.IDENTITY_DIFFERS.because(
                    "What she proves is not what was declared for this record: stop and ask a supervisor.");
        }
        Given.present(asked.how().reason(), "reason");
    }
}
