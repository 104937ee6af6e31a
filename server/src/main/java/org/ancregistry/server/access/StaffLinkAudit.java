package org.ancregistry.server.access;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.access.StaffMember;
import org.ancregistry.domain.identity.LinkAudit;
import org.ancregistry.interceptors.audit.Auditor;

/** Sign-ins that were given or taken away, in the same trail as everything else that is done. */
final class StaffLinkAudit implements LinkAudit {

    private static final String PAGES = "anc-admin";

    private final Auditor auditor;
    private final StaffDirectory staff;

    StaffLinkAudit(Auditor auditor, StaffDirectory staff) {
        this.auditor = auditor;
        this.staff = staff;
    }

    @Override
    public void changed(String person, String by, boolean linked) {
        auditor.signInChanged(person, staff.of(by).map(StaffLinkAudit::caller).orElse(null), linked);
    }

    private static Caller caller(StaffMember member) {
        return new Caller(
                member.practitioner(),
                member.role(),
                member.facility(),
                member.areas(),
                Set.of(),
                PAGES,
                Purpose.OPERATIONS,
                null);
    }
}
