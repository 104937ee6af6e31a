package org.ancregistry.operations.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;

/** The first letters of a woman's names: enough to tell her from another, and no name. */
public final class Initials {

    /** With the signs that belong to it, and what a joiner makes one letter, as in Sinhala. */
    private static final Pattern LETTER = Pattern.compile(".\\p{M}*(?:\\x{200D}.\\p{M}*)*");

    private Initials() {}

    /** Those of each name on her record. */
    public static List<String> of(Patient record) {
        return PatientDemographics.of(record, null).names().stream()
                .map(name -> of(name.text()))
                .toList();
    }

    /** The first letter of each word, as its script writes one: with the vowel sign that belongs to it. */
    private static String of(String name) {
        return Arrays.stream(name.strip().split("[\\s.]+"))
                .filter(word -> !word.isBlank())
                .map(Initials::firstLetter)
                .collect(Collectors.joining(" "));
    }

    private static String firstLetter(String word) {
        var letter = LETTER.matcher(word);
        return letter.lookingAt() ? letter.group() : "";
    }
}
