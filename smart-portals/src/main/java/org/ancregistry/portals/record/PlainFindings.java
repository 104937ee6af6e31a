package org.ancregistry.portals.record;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.AntenatalTest;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;

/**
 * What a woman reads of each visit, and whoever she shows it to: measured values and what was given. Danger signs and private answers are for a talk
 * with her midwife; what the registry keeps back for such talks never reaches this page at all.
 */
public final class PlainFindings {

    private static final List<String> OF_BABY = List.of("fundal_height", "fhr", "presentation");

    /** Of a scan she is told in person: a word like praevia frightens more than it explains. */
    private static final List<String> OF_HER = Stream.concat(
                    Stream.of("weight"),
                    Arrays.stream(AntenatalTest.values())
                            .filter(test -> test != AntenatalTest.ULTRASOUND)
                            .flatMap(test -> test.fields().stream()))
            .toList();

    private static final List<String> GIVEN = Dictionary.anc().fields().stream()
            .filter(field -> field.kind() == FieldKind.MEDICATION || field.kind() == FieldKind.IMMUNIZATION)
            .map(DictionaryField::name)
            .filter(name -> !name.equals("medications"))
            .toList();

    /** What was talked over and planned for the birth. */
    static final List<String> ADVICE = List.of("counselling_danger", "birth_plan");

    private static final List<String> OF_HER_AND_GIVEN =
            Stream.concat(OF_HER.stream(), GIVEN.stream()).toList();

    private static final List<String> OF_BOTH =
            Stream.concat(OF_HER_AND_GIVEN.stream(), OF_BABY.stream()).toList();

    private PlainFindings() {}

    /** What of her baby was found is shown only while the page may speak of it. */
    public static List<String> after(AfterPregnancy pregnancy) {
        return pregnancy.speaksOfBaby() ? OF_BOTH : OF_HER_AND_GIVEN;
    }

    /** The same for the page of one visit, with what was talked over while the page may speak of a birth. */
    public static List<String> ofOneVisit(AfterPregnancy pregnancy) {
        var shown = after(pregnancy);
        return pregnancy.speaksOfBaby()
                ? Stream.concat(shown.stream(), ADVICE.stream()).toList()
                : shown;
    }
}
