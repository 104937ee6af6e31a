package org.ancregistry.portals.care;

import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.CodedAnswer;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;

/** What the visit page asks, in the order of work. Names are the dictionary's; units and choices come from there. */
final class VisitFields {

    static final List<String> DANGER_SIGNS = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("danger_"))
            .toList();
    static final List<String> NUMBERS =
            List.of("weight", "systolic", "diastolic", "repeat_systolic", "repeat_diastolic");
    static final List<String> WHY_NOT = List.of("bp_not_taken_reason");
    static final List<String> BABY_NUMBERS = List.of("fundal_height", "fhr");
    static final List<String> URINE = List.of("urine_protein", "urine_glucose");
    static final List<String> SIGNS = List.of("pallor", "oedema");
    static final List<String> BABY_CHOICES = List.of("fetal_movement", "presentation");
    static final List<String> BLOOD = List.of("haemoglobin");

    /** Every field that the page has a box for, danger signs apart. */
    static final List<String> ASKED = Stream.of(NUMBERS, WHY_NOT, URINE, SIGNS, BABY_NUMBERS, BABY_CHOICES, BLOOD)
            .flatMap(List::stream)
            .toList();

    /** What a list of visits shows of each. Blood pressure has a line of its own. */
    static final List<String> NAMES = Stream.concat(
                    ASKED.stream().filter(name -> !name.endsWith("systolic") && !name.endsWith("diastolic")),
                    DANGER_SIGNS.stream())
            .toList();

    /** The same with whatever a test may find. */
    static final List<String> SHOWN = Stream.concat(NAMES.stream(), ResultsController.FIELDS.stream())
            .distinct()
            .toList();

    private VisitFields() {}

    static List<String> codes(String field) {
        return Dictionary.anc().require(field).answers().stream()
                .map(CodedAnswer::code)
                .toList();
    }

    static String unit(String field) {
        return Dictionary.anc().require(field).shownUnit();
    }
}
