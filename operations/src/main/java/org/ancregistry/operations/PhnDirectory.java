package org.ancregistry.operations;

import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;

/** A country's own directory of PHNs, where there is one, for numbers that this registry does not know. */
@FunctionalInterface
public interface PhnDirectory {

    /**
     * What the directory says of the number's holder.
     *
     * @throws Refusal {@link Problem#PHN_DIRECTORY_UNAVAILABLE} when it does not answer
     */
    Optional<Demographics> holderOf(Phn phn);

    /** No directory is configured: nobody else knows a number. */
    static PhnDirectory none() {
        return phn -> Optional.empty();
    }
}
