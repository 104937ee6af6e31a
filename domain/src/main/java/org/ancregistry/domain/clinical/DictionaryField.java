package org.ancregistry.domain.clinical;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of the antenatal record: its question, its codes and what may be answered.
 *
 * @param name the field's name in operations, {@code haemoglobin} for instance
 * @param group the part of the record it belongs to
 * @param definition in English
 * @param kind what an answer becomes
 * @param shapes the forms an answer may take; empty for what nobody answers
 * @param repeats whether several coded answers may be chosen
 * @param whoCode WHO's code, {@code ANC.B9.DE186} for instance
 * @param question WHO's code of the question to which this field is one of the answers
 * @param unit the UCUM unit of a measurement
 * @param translations confirmed LOINC, SNOMED CT and ICD-10 codes; those from memory are left out
 * @param answers the coded answers to choose from
 * @param limits what a number may be
 * @param atRegistration whether it is asked at registration
 * @param atVisit whether it is asked at a contact
 * @param past whether a date lies in the past or is today
 * @param wording how to speak of it to a midwife
 */
public record DictionaryField(
        String name,
        String group,
        String definition,
        FieldKind kind,
        Set<AnswerShape> shapes,
        boolean repeats,
        @Nullable String whoCode,
        @Nullable String question,
        @Nullable String unit,
        List<Code> translations,
        List<CodedAnswer> answers,
        Limits limits,
        boolean atRegistration,
        boolean atVisit,
        boolean past,
        Wording wording) {

    private static final String PRIVATE = "Private questions";

    public DictionaryField {
        shapes = Set.copyOf(shapes);
        translations = List.copyOf(translations);
        answers = List.copyOf(answers);
    }

    /** The first coding of the field: WHO's, or this registry's own where WHO has none. */
    public Code primary() {
        return whoCode == null ? new Code(SystemUris.DICTIONARY, name.replace('_', '-')) : Code.of(whoCode);
    }

    /** Whether a woman is asked it with nobody listening, so that no page tells the answer to whoever looks on. */
    public boolean isPrivate() {
        return group.equals(PRIVATE);
    }

    /** The coded answer of that code. */
    public Optional<CodedAnswer> answer(String code) {
        return answers.stream().filter(answer -> answer.code().equals(code)).findFirst();
    }

    public boolean takes(AnswerShape shape) {
        return shapes.contains(shape);
    }

    /** The unit as people write it: {@code mmHg}, {@code °C}; empty when there is none. */
    public String shownUnit() {
        if (unit == null) {
            return "";
        }
        return switch (unit) {
            case "mm[Hg]" -> "mmHg";
            case "Cel" -> "°C";
            case "/min" -> "beats a minute";
            case "10*3/uL" -> "thousands per µL";
            case "wk" -> "weeks";
            case "d" -> "days";
            default -> unit;
        };
    }

    /** What to do, in words a midwife follows: "Enter the haemoglobin in g/dL, like 11.2". */
    String ask() {
        return (takes(AnswerShape.MEASURED) || takes(AnswerShape.COUNTED) || takes(AnswerShape.DATED)
                        ? "Enter "
                        : "Answer ")
                + wording.withExample(shownUnit());
    }
}
