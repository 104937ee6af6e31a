package org.ancregistry.portals.mother;

import java.util.List;

/**
 * What a woman reads of each visit: measured values and what was given. Danger signs and private answers are for a talk
 * with her midwife; what the registry keeps back for such talks never reaches this page at all.
 */
final class PlainFindings {

    static final List<String> NAMES =
            List.of("weight", "haemoglobin", "fundal_height", "fhr", "urine_protein", "urine_glucose", "presentation");

    private PlainFindings() {}
}
