package org.ancregistry.portals.admin;

import java.util.Collection;
import java.util.Set;

/** How members of staff come to sign in: by a code that links their own eSignet sign-in with their record, once. */
interface StaffLinks {

    /** Those of {@code practitioners} ({@code Practitioner/…}) who are linked. */
    Set<String> linked(Collection<String> practitioners);

    /**
     * A code for somebody, to be shown once. One that was given before dies.
     *
     * @param by {@code Practitioner/…} of who gives it
     */
    String newCode(String practitioner, String by);

    /**
     * Takes somebody's link away, her unused codes with it.
     *
     * @param administrators {@code Practitioner/…} of all who may let others in
     * @return false when she is the last of them who is linked: then nobody could let anybody in any more
     */
    boolean unlink(String practitioner, String by, Collection<String> administrators);
}
