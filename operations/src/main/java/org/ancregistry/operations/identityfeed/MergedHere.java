package org.ancregistry.operations.identityfeed;

import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.identityfeed.FedNumbers.Fed;

/** A number that a person here led elsewhere, by merging its record: no other registry writes over that decision. */
final class MergedHere {

    private final PhnRegister register;

    MergedHere(PhnRegister register) {
        this.register = register;
    }

    void refuse(Phn phn, Fed fed) {
        if (fed.leadsTo() != null
                && register.holderOf(phn).filter(fed.leadsTo()::equals).isEmpty()) {
            throw refusal("The record of this number was merged here: ask the people of the national registry to take"
                    + " that back first.");
        }
    }

    static Refusal refusal(String because) {
        return Problem.PHN_BOUND_TO_ANOTHER.because(because).at("Bundle.entry");
    }
}
