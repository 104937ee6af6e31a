package org.ancregistry.portals.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.portals.identitycheck.IdentityDrafts;

/** Drafts by name of who began them, with the evidence they were given. */
public final class DraftsOfTests implements IdentityDrafts {

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, String> evidence = new ConcurrentHashMap<>();

    void begin(String draft, String midwife) {
        owners.put(draft, midwife);
    }

    String evidenceOf(String draft) {
        return evidence.get(draft);
    }

    @Override
    public boolean belongsTo(String draft, String midwife) {
        return midwife.equals(owners.get(draft));
    }

    @Override
    public boolean evidence(IdentityEvidence given) {
        if (!belongsTo(given.draft(), given.askedBy())) {
            return false;
        }
        evidence.put(given.draft(), given.handle());
        return true;
    }

    @Override
    public String page(String draft) {
        return "/midwife/registrations/" + draft + "/identity";
    }
}
