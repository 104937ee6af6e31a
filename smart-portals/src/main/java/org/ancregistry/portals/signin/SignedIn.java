package org.ancregistry.portals.signin;

import java.util.List;
import java.util.Locale;
import org.ancregistry.domain.access.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Spring Security's word for a signed-in person: her role is her one authority. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final SignedInPerson person;

    SignedIn(SignedInPerson person) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + authority(person.role()))));
        this.person = person;
        super.setAuthenticated(true);
    }

    /** The role as a word of Spring Security, as in {@code CLINIC_NURSE}. */
    static String authority(Role role) {
        return role.name().toUpperCase(Locale.ROOT);
    }

    @Override
    public SignedInPerson getPrincipal() {
        return person;
    }

    /** None are kept: eSignet checked them. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn that && that.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
