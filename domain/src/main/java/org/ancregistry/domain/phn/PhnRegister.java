package org.ancregistry.domain.phn;

import java.util.List;
import java.util.Optional;

/**
 * The register of numbers: what makes a PHN unique for ever. Every method takes part in the caller's transaction, and a
 * database constraint, not a look beforehand, decides.
 */
public interface PhnRegister {

    /** The number that patient ({@code Patient/…}) holds. */
    Optional<Phn> heldBy(String patient);

    /** {@code Patient/…} that holds the number; of one that a merge put out of use, the record that she lives on in. */
    Optional<String> holderOf(Phn phn);

    /** Whether the number was retired, after a merge for instance. */
    boolean retired(Phn phn);

    /** Whether the number was set aside here for somebody to whom it is given without a network, and nobody holds it yet. */
    boolean reserved(Phn phn);

    /**
     * Gives {@code patient} a new number under {@code pointOfIssue}, or the number that she holds already.
     *
     * @param requestId the caller's own id for this request: the same id gives the same answer
     */
    Issued issue(String patient, String pointOfIssue, String requestId);

    /**
     * Records that {@code patient} holds a number that came from outside this registry.
     *
     * @return whether she holds it now; false when another patient holds it or she holds another
     */
    boolean bind(Phn phn, String patient, String requestId);

    /**
     * Puts a number out of use: it leads to {@code survivor} from now on, who may hold another. A number that nobody here
     * knew is written down, so that it is never given out.
     */
    void retire(Phn phn, String survivor);

    /** Takes {@link #retire} back: whoever held the number before holds it again. */
    void restore(Phn phn);

    /** Reserves {@code count} (1–100) numbers for work without a network; the same request id gives the same numbers. */
    List<Phn> reserve(int count, String pointOfIssue, String requestId);

    /**
     * The answer to a request for a number.
     *
     * @param phn the number
     * @param issued false when she held it before this request
     */
    record Issued(Phn phn, boolean issued) {}
}
