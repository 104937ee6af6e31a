package org.ancregistry.operations.match;

import org.ancregistry.operations.Problem;
import org.hl7.fhir.r4.model.Patient;

/**
 * Whose record is asked for.
 *
 * @param person what the asker knows of her
 * @param onlyCertain whether an answer is wanted only when there is no doubt about it
 * @param count the most records that the asker wants, from 1 to {@value #MOST}
 */
record PatientMatch(Patient person, boolean onlyCertain, int count) {

    static final int USUAL = 10;
    static final int MOST = 50;

    PatientMatch {
        if (count < 1) {
            throw Problem.PARAMETER_INVALID
                    .because("Ask for at least one record.")
                    .at("count");
        }
        count = Math.min(count, MOST);
    }
}
