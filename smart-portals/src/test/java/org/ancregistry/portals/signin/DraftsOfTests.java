package org.ancregistry.portals.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ancregistry.portals.identitycheck.RegistrationDrafts;

/** Drafts by name of who began them, with the evidence they were given. */
public final class DraftsOfTests implements RegistrationDrafts {

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
    public boolean evidence(String draft, String midwife, String handle) {
        if (!belongsTo(draft, midwife)) {
            return false;
        }
        evidence.put(draft, handle);
        return true;
    }
}
