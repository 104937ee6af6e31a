package org.ancregistry.domain.clinical;

/**
 * How a field is spoken of to a midwife.
 *
 * @param words what she enters, as in "the top blood pressure number"
 * @param example a likely value, or empty
 */
public record Wording(String words, String example) {

    /** "the haemoglobin in g/dL, like 11.2". */
    String withExample(String unit) {
        return words + (unit.isEmpty() ? "" : " in " + unit) + (example.isEmpty() ? "" : ", like " + example);
    }
}
