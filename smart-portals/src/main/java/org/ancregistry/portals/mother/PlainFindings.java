package org.ancregistry.portals.mother;

import java.util.List;

/**
 * What a woman reads of each visit: measured values and what was given. Danger signs and private answers are for a talk
 * with her midwife; what the registry keeps back for such talks never reaches this page at all.
 */
final class PlainFindings {

    private static final List<String> OF_HER = List.of("weight", "haemoglobin", "urine_protein", "urine_glucose");

    private static final List<String> OF_BOTH =
            List.of("weight", "haemoglobin", "fundal_height", "fhr", "urine_protein", "urine_glucose", "presentation");

    private PlainFindings() {}

    /** What of her baby was found is shown only while the page may speak of it. */
    static List<String> after(AfterPregnancy pregnancy) {
        return pregnancy.speaksOfBaby() ? OF_BOTH : OF_HER;
    }
}
