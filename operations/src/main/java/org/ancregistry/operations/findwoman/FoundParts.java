package org.ancregistry.operations.findwoman;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.WomenByName.FoundWoman;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes a woman into the answer: enough to tell her from another of that name and birthday when she is asked where she
 * lives, or shows the end of a number. No name, no birth date and no whole number, with which more could be looked for.
 */
final class FoundParts {

    private static final int END = 3;
    /** With the signs that belong to it, and what a joiner makes one letter, as in Sinhala. */
    private static final Pattern LETTER = Pattern.compile(".\\p{M}*(?:\\x{200D}.\\p{M}*)*");

    private FoundParts() {}

    static void add(Parameters answer, FoundWoman woman) {
        var row = answer.addParameter().setName("woman");
        row.addPart().setName("patient").setValue(new Reference(woman.patient()));
        PatientDemographics.of(woman.record(), null)
                .names()
                .forEach(name -> row.addPart().setName("initials").setValue(new StringType(initials(name.text()))));
        place(woman.record())
                .limit(1)
                .forEach(place -> row.addPart().setName("place").setValue(new StringType(place)));
        Phns.of(woman.record())
                .ifPresent(phn -> row.addPart().setName("phn-end").setValue(new StringType(end(phn))));
        row.addPart().setName("in-care").setValue(new BooleanType(woman.inCare()));
    }

    /** The first letter of each word, as its script writes one: with the vowel sign that belongs to it. */
    private static String initials(String name) {
        return Arrays.stream(name.strip().split("[\\s.]+"))
                .filter(word -> !word.isBlank())
                .map(FoundParts::firstLetter)
                .collect(Collectors.joining(" "));
    }

    private static String firstLetter(String word) {
        var letter = LETTER.matcher(word);
        return letter.lookingAt() ? letter.group() : "";
    }

    private static Stream<String> place(Patient record) {
        return record.getAddress().stream().filter(Address::hasCity).map(Address::getCity);
    }

    private static String end(Phn phn) {
        return phn.value().substring(phn.value().length() - END);
    }
}
