package org.ancregistry.domain.clinical;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A test that is ordered by name and answered by one or several findings of the dictionary. The tests are those of the
 * WHO antenatal data dictionary (WHO SMART Guidelines, DAK for antenatal care, section ANC.B9).
 */
public enum AntenatalTest {
    FULL_BLOOD_COUNT("full-blood-count", "haemoglobin", "platelets"),
    URINE("urine", "urine_protein", "urine_glucose", "urine_nitrite", "urine_leucocytes"),
    BLOOD_GROUP("blood-group", "blood_group", "rh"),
    BLOOD_SUGAR("blood-sugar", "glucose_fasting", "glucose_ppbs", "glucose_random"),
    GLUCOSE_TOLERANCE("glucose-tolerance", "ogtt_fasting", "ogtt_1h", "ogtt_2h"),
    HIV("hiv", "hiv"),
    SYPHILIS("syphilis", "syphilis"),
    HEPATITIS_B("hepatitis-b", "hepb"),
    ULTRASOUND("ultrasound", "n_fetuses", "placenta", "amniotic_fluid", "efw");

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> fields;

    AntenatalTest(String code, String... fields) {
        this.code = code;
        this.fields = List.of(fields);
    }

    /** The code in orders, {@code full-blood-count} for instance. */
    public String code() {
        return code;
    }

    /** Whether she is told its result in person before she reads it herself. */
    public boolean isToldInPerson() {
        return this == HIV || this == SYPHILIS;
    }

    /** Names of the dictionary's fields that answer it. */
    public List<String> fields() {
        return fields;
    }

    /** The test of that code. */
    public static Optional<AntenatalTest> of(String code) {
        return Arrays.stream(values()).filter(test -> test.code.equals(code)).findFirst();
    }

    /** The test that a field of the dictionary answers; most fields answer none. */
    public static Optional<AntenatalTest> answeredBy(String field) {
        return Arrays.stream(values())
                .filter(test -> test.fields.contains(field))
                .findFirst();
    }

    /** Whether a finding with this code answers it. */
    public boolean isAnsweredBy(Code code) {
        return fields.stream()
                .map(Dictionary.anc()::require)
                .map(DictionaryField::primary)
                .anyMatch(code::equals);
    }
}
