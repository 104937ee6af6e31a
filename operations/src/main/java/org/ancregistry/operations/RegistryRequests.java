package org.ancregistry.operations;

import java.util.Optional;

/** What was answered to which request, so that a second press does nothing and is told the same. */
public interface RegistryRequests {

    /** What to tell somebody who uses an id twice for different things. */
    String REUSED = "This request id was used before to ask for something else: send a new one.";

    /**
     * Takes a request for the caller's transaction. Of two at once the second waits for the first.
     *
     * @param content what was asked, in a text of any length that is equal when the same was asked
     * @return what was answered before; empty when the request is new and now taken
     * @throws Refusal {@link Problem#REQUEST_REUSED} when the id asked for something else before
     */
    Optional<String> take(RequestKey key, String operation, String content);

    /** What was answered before to the same, without taking it: for what is not worth doing twice. */
    Optional<String> answer(RequestKey key, String operation, String content);

    /** Keeps the answer to a request that this transaction took. */
    void answered(RequestKey key, String answer);
}
