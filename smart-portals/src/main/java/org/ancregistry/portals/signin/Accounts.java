package org.ancregistry.portals.signin;

import java.util.Optional;
import org.ancregistry.domain.access.RecordsInCare;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;

/** Finds the account of somebody whom eSignet knows: by provider and subject alone, never by a name. */
final class Accounts {

    private static final String PATIENT = "Patient/";

    private final LinkedPeople links;
    private final StaffDirectory staff;
    private final RecordsInCare inCare;

    Accounts(LinkedPeople links, StaffDirectory staff, RecordsInCare inCare) {
        this.links = links;
        this.staff = staff;
        this.inCare = inCare;
    }

    /** Whether that subject is linked to anybody, with a role or without. */
    boolean isLinked(Subject subject) {
        return links.behind(subject).isPresent();
    }

    /**
     * The person behind a subject: of a woman with linked records, the one on which she is pregnant now. Empty
     * when it is linked to nobody, or to staff without a role now.
     */
    Optional<SignedInPerson> behind(Subject subject) {
        return links.behind(subject).flatMap(this::person);
    }

    private Optional<SignedInPerson> person(String reference) {
        return reference.startsWith(PATIENT)
                ? Optional.of(SignedInPerson.mother(inCare.of(reference)))
                : staff.of(reference).map(SignedInPerson::of);
    }
}
