package org.ancregistry.portals.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.access.StaffMember;

/** A directory of staff that a test can change. */
public final class StaffOfTests implements StaffDirectory {

    static final StaffMember RUWANI = new StaffMember(
            "Practitioner/ruwani",
            Role.MIDWIFE,
            "Organization/clinic-7",
            "Gampaha field clinic",
            Set.of("Organization/phm-12"),
            "Ruwani Gunasekara");

    private final Map<String, StaffMember> members = new ConcurrentHashMap<>();

    public StaffOfTests() {
        hire(RUWANI);
    }

    void hire(StaffMember member) {
        members.put(member.practitioner(), member);
    }

    void dismiss(String practitioner) {
        members.remove(practitioner);
    }

    @Override
    public Optional<StaffMember> of(String practitioner) {
        return Optional.ofNullable(members.get(practitioner));
    }

    @Override
    public String newAdministrator(String name) {
        var practitioner = "Practitioner/admin-" + members.size();
        hire(new StaffMember(practitioner, Role.ADMINISTRATOR, null, null, Set.of(), name));
        return practitioner;
    }
}
