package org.ancregistry.operations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.operations.fhir.Fingerprint;

/**
 * What only one woman can have: her subject at an identity provider, her national ID number (as a hash). Whoever
 * registers her takes these keys first, so that of two at once the second waits and is told of the first.
 */
public interface StrongKeys {

    /**
     * Takes the keys for the caller's transaction, waiting for anybody who is about to.
     *
     * @return the women ({@code Patient/…}) whose keys some of them are already
     */
    Set<String> take(Collection<StrongKey> keys);

    /** The women whose keys some of them are, without taking any. */
    Set<String> holders(Collection<StrongKey> keys);

    /** Whether both proved who they are at the same identity provider, and are two persons to it. */
    boolean provedApart(String patient, String other);

    /** Says whose the keys are that this transaction took. */
    void belongTo(String patient, Collection<StrongKey> keys);

    /** Whether she has another key of the same kind: another subject at the same identity provider. */
    boolean hasOther(String patient, StrongKey key);

    /** Keeps all that is kept of her national ID number. */
    void keep(String patient, NationalIdHashes nationalId);

    /** What is kept of the numbers of those women, as far as there is anything. */
    Map<String, NationalIdHashes> nationalIds(Collection<String> patients);

    /**
     * One key.
     *
     * @param kind what it is: {@code nic}, or {@code subject:} and the identity provider
     * @param value a hash, or anything else that names nobody
     */
    record StrongKey(String kind, String value) {

        public static StrongKey of(NationalIdHashes nationalId) {
            return new StrongKey("nic", nationalId.whole());
        }

        public static StrongKey of(Subject subject) {
            return new StrongKey("subject:" + subject.provider(), Fingerprint.of(List.of(subject.sub())));
        }
    }
}
