package org.ancregistry.portals.signin;

import java.io.Serializable;
import org.ancregistry.domain.identity.Subject;

/** Somebody whom eSignet knows and we do not: remembered in her session until she has typed a link code. */
record Unlinked(String provider, String sub) implements Serializable {

    static final String ATTRIBUTE = "anc.unlinked";

    static Unlinked of(Subject subject) {
        return new Unlinked(subject.provider(), subject.sub());
    }

    Subject subject() {
        return new Subject(provider, sub);
    }

    @Override
    public String toString() {
        return "Unlinked[" + provider + "]";
    }
}
