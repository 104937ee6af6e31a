package org.ancregistry.operations;

import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;

/** All or nothing: what an act writes is there for everybody when it ends, and was never there when it fails. */
public interface Transactions {

    /** Runs {@code act} in one transaction, in the caller's name. */
    <T> T inOne(Caller caller, Supplier<T> act);
}
