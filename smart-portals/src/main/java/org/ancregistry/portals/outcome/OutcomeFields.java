package org.ancregistry.portals.outcome;

import java.util.Arrays;
import java.util.List;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.EndKind;

/** What the pages about the end of a pregnancy offer to choose from; codes are the dictionary's. */
final class OutcomeFields {

    static final OutcomeFields ALL = new OutcomeFields();

    private OutcomeFields() {}

    /** What can have happened, in the order of how often it does. */
    public List<String> getKinds() {
        return Arrays.stream(EndKind.values())
                .filter(kind -> kind != EndKind.BIRTH_AND_LOSS)
                .map(EndKind::code)
                .toList();
    }

    public List<String> codes(String field) {
        return Dictionary.anc().require(field).answers().stream()
                .map(CodedAnswer::code)
                .toList();
    }
}
