package org.ancregistry.operations.askclinic;

import org.ancregistry.operations.Given;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What a mother or whoever answers her writes: plain text, and short enough to be read on a list. */
final class Words {

    private static final int LONGEST = 500;

    private Words() {}

    static @Nullable String of(@Nullable StringType given) {
        var text = Given.text(given);
        if (text != null && text.length() > LONGEST) {
            throw Problem.PARAMETER_INVALID
                    .because("Write at most " + LONGEST + " characters.")
                    .at("text");
        }
        return text;
    }
}
