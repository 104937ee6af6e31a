package org.ancregistry.portals.identitycheck;

import jakarta.servlet.http.HttpSession;

/**
 * Where a registration page sends the browser so that the mother can prove who she is. It must be a link and not the
 * answer to a form, because the pages' content security policy keeps forms from leading off the site.
 */
public interface IdentityCheckLinks {

    /**
     * A link ({@code /identity-checks/start?…}) that works once, in this session, for this draft.
     *
     * @param draft the draft of a registration or verification
     * @param language {@code si}, {@code ta} or {@code en}: the language in which the mother reads
     */
    String start(HttpSession session, String draft, String language);
}
