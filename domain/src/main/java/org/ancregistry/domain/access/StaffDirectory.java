package org.ancregistry.domain.access;

import java.util.Optional;

/** Who works here, in which role and where: what signing in and every access decision ask about a practitioner. */
public interface StaffDirectory {

    /** The member of staff behind {@code Practitioner/…}; empty when unknown, inactive or without a role. */
    Optional<StaffMember> of(String practitioner);

    /**
     * Makes the first administrator, inside the caller's transaction.
     *
     * @param name as she wants to be called, kept whole
     * @return {@code Practitioner/…}, with the role of administrator
     */
    String newAdministrator(String name);
}
