package org.ancregistry.portals.signin;

import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.springframework.transaction.support.TransactionTemplate;

/** Links somebody to her record by a code: the code is used and the link is made, or neither. */
final class Linking {

    private final LinkCodes codes;
    private final LinkAttempts attempts;
    private final JdbcLinkedPeople links;
    private final StaffDirectory staff;
    private final TransactionTemplate transaction;

    Linking(
            LinkCodes codes,
            LinkAttempts attempts,
            JdbcLinkedPeople links,
            StaffDirectory staff,
            TransactionTemplate transaction) {
        this.codes = codes;
        this.attempts = attempts;
        this.links = links;
        this.staff = staff;
        this.transaction = transaction;
    }

    /** How it ended. */
    enum Outcome {
        LINKED,
        /** Unknown, used or too old. */
        WRONG_CODE,
        TOO_MANY_ATTEMPTS,
        /** She, or the record, is linked otherwise; the code stays good. */
        LINKED_OTHERWISE
    }

    Outcome link(Subject subject, String code) {
        if (attempts.tooMany(subject)) {
            return Outcome.TOO_MANY_ATTEMPTS;
        }
        var outcome = transaction.execute(status -> {
            var inside = linkInside(subject, code);
            if (inside != Outcome.LINKED) {
                status.setRollbackOnly();
            }
            return inside;
        });
        if (outcome == Outcome.WRONG_CODE) {
            attempts.wrong(subject);
        }
        return outcome == null ? Outcome.WRONG_CODE : outcome;
    }

    private Outcome linkInside(Subject subject, String code) {
        return codes.use(code)
                .map(meant ->
                        links.link(subject, person(meant), "link code") ? Outcome.LINKED : Outcome.LINKED_OTHERWISE)
                .orElse(Outcome.WRONG_CODE);
    }

    private String person(LinkCodes.Meant meant) {
        if (meant.person() != null) {
            return meant.person();
        }
        var name = meant.administrator();
        return staff.newAdministrator(name == null ? "" : name);
    }
}
