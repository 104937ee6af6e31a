package org.ancregistry.operations;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;

/**
 * A country's own directory of PHNs, where there is one, for numbers and women that this registry does not know. It is
 * asked outside transactions: nobody holds a lock while it thinks.
 */
public interface PhnDirectory {

    /** Whether there is one. */
    boolean isThere();

    /**
     * What the directory says of the number's holder.
     *
     * @throws Refusal {@link Problem#PHN_DIRECTORY_UNAVAILABLE} when it does not answer
     */
    Optional<Known> holderOf(Phn phn);

    /**
     * Those whom the directory takes for possibly her, as far as they have a number.
     *
     * @throws Refusal {@link Problem#PHN_DIRECTORY_UNAVAILABLE} when it does not answer
     */
    List<Known> like(Demographics woman);

    /**
     * Somebody whom the directory knows.
     *
     * @param phn her number now, which another one may have led to
     */
    record Known(Phn phn, Demographics said) {}

    /** No directory is configured: nobody else knows a number. */
    static PhnDirectory none() {
        return new PhnDirectory() {

            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public Optional<Known> holderOf(Phn phn) {
                return Optional.empty();
            }

            @Override
            public List<Known> like(Demographics woman) {
                return List.of();
            }
        };
    }
}
