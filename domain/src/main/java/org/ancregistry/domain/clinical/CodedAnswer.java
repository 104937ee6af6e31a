package org.ancregistry.domain.clinical;

/**
 * One of the answers to choose from.
 *
 * @param code WHO's code, LOINC's for an instrument that LOINC has the answers of, or this registry's own
 * @param label in English
 * @param excludesOthers whether choosing it rules out every other, as "no known allergies" does
 */
public record CodedAnswer(String code, String label, boolean excludesOthers) {

    public Code coding() {
        return Code.of(code);
    }
}
