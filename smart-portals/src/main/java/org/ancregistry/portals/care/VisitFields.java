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
    static final List<String> GIVEN_AMOUNTS = List.of("iron", "folic_acid", "ifa_days", "calcium", "aspirin");
    static final List<String> GIVEN = List.of("vitamin_c", "deworming", "thriposha");
    static final List<String> ADVICE = List.of("counselling_danger");
    static final List<String> PLANS = List.of("birth_plan");

    /** The page's one question about tetanus vaccine; its answer is the dose's own field of the dictionary. */
    static final String TETANUS = "tetanus";

    static final List<String> TETANUS_DOSES = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.matches("tt[1-5]_date"))
            .toList();

    /** Every field that the page has a box for, danger signs apart. */
    static final List<String> ASKED = Stream.of(
                    NUMBERS,
                    WHY_NOT,
                    URINE,
                    SIGNS,
                    BABY_NUMBERS,
                    BABY_CHOICES,
                    BLOOD,
                    GIVEN_AMOUNTS,
                    GIVEN,
                    ADVICE,
                    PLANS)
            .flatMap(List::stream)
            .toList();

    private static final List<String> DIAGNOSES = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("dx_"))
            .toList();

    /** What a list of visits shows of each. Blood pressure has a line of its own. */
    static final List<String> NAMES = Stream.of(DIAGNOSES, ASKED, TETANUS_DOSES, DANGER_SIGNS)
            .flatMap(List::stream)
            .filter(name -> !name.endsWith("systolic") && !name.endsWith("diastolic"))
            .toList();

    /** The same with whatever a test may find. */
    static final List<String> SHOWN = Stream.concat(NAMES.stream(), ResultsController.FIELDS.stream())
            .distinct()
            .toList();

    /** What other systems ask at a contact and this one has no box for. */
    private static final List<String> OF_OTHERS =
            List.of("temperature", "pulse", "spo2", "height", "fhr_present", "influenza");

    private static final List<String> HISTORY = Dictionary.anc().fields().stream()
            .map(DictionaryField::name)
            .filter(name -> name.startsWith("hx_") || name.startsWith("prev_"))
            .toList();

    /** What the page of one visit shows: everything that there are words for. */
    static final List<String> OF_ONE_VISIT = Stream.of(NUMBERS, SHOWN, OF_OTHERS, HISTORY)
            .flatMap(List::stream)
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
