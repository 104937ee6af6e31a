package org.ancregistry.interceptors.token;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.interceptors.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds the person whom an identity provider vouches for, and gives her what her role allows and never more. */
public final class PeopleBehindSubjects {

    private static final Set<String> SCOPES_OF_A_MOTHER = Set.of("patient/*.rs");
    private static final Set<String> SCOPES_OF_STAFF = Set.of("user/*.cruds");

    private final LinkedPeople linked;
    private final StaffDirectory staff;

    public PeopleBehindSubjects(LinkedPeople linked, StaffDirectory staff) {
        this.linked = linked;
        this.staff = staff;
    }

    Caller caller(Subject subject, String client, @Nullable String tokenId) {
        var person = linked.behind(subject)
                .orElseThrow(() -> Refusal.FORBIDDEN.because("You are not linked to anybody in this registry. Ask your"
                        + " supervisor for a link code, or your midwife to register you."));
        return person.startsWith("Patient/") ? mother(person, client, tokenId) : staff(person, client, tokenId);
    }

    private static Caller mother(String person, String client, @Nullable String tokenId) {
        return new Caller(
                person, Role.MOTHER, null, Set.of(), SCOPES_OF_A_MOTHER, client, Purpose.usual(Role.MOTHER), tokenId);
    }

    private Caller staff(String person, String client, @Nullable String tokenId) {
        var member = staff.of(person)
                .orElseThrow(() -> Refusal.FORBIDDEN.because(
                        "You have no role in this registry at present. Ask your supervisor to give you one."));
        return new Caller(
                person,
                member.role(),
                member.facility(),
                member.areas(),
                SCOPES_OF_STAFF,
                client,
                Purpose.usual(member.role()),
                tokenId);
    }
}
