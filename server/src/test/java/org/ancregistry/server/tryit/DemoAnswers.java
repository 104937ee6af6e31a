package org.ancregistry.server.tryit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.clinical.FieldKind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Turns the demo's short notes, {@code weight=54.2} for instance, into what the operations take as answers. */
final class DemoAnswers {

    private static final String DANGER = "danger_";

    private DemoAnswers() {}

    /** Findings of a contact; no danger sign is named that is not noted. */
    static List<ParametersParameterComponent> of(List<String> notes) {
        var answers = new ArrayList<>(notes.stream().map(DemoAnswers::noted).toList());
        if (notes.stream().noneMatch(note -> note.startsWith(DANGER))) {
            answers.add(answer("danger_none", new BooleanType(true)));
        }
        return List.copyOf(answers);
    }

    /** What a woman told at registration: every illness was asked about, and denied unless it is noted. */
    static List<ParametersParameterComponent> history(Map<String, String> row) {
        var answers = new ArrayList<ParametersParameterComponent>();
        answers.add(noted("gravida=" + row.get("gravida")));
        answers.add(noted("parity=" + row.get("parity")));
        Table.parts(row.get("other")).forEach(note -> answers.add(noted(note)));
        var had = new HashSet<>(Table.parts(row.get("yes")));
        illnesses().forEach(illness -> answers.add(answer(illness, new BooleanType(had.contains(illness)))));
        return List.copyOf(answers);
    }

    /** The least that is told of a first pregnancy. */
    static List<ParametersParameterComponent> firstPregnancy() {
        return List.of(noted("gravida=1"), noted("parity=0"));
    }

    static ParametersParameterComponent answer(String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        return answer;
    }

    private static List<String> illnesses() {
        var groups = Set.of("Obstetric history", "Medical history");
        return Dictionary.anc().fields().stream()
                .filter(field -> groups.contains(field.group()) && field.kind() == FieldKind.CONDITION)
                .map(DictionaryField::name)
                .toList();
    }

    private static ParametersParameterComponent noted(String note) {
        var parts = note.split("=", 2);
        return answer(parts[0], value(Dictionary.anc().require(parts[0]), parts[1]));
    }

    private static Type value(DictionaryField field, String noted) {
        if (noted.equals("yes") || noted.equals("no")) {
            return new BooleanType(noted.equals("yes"));
        }
        if (field.takes(AnswerShape.MEASURED)) {
            return new DecimalType(new BigDecimal(noted));
        }
        return field.takes(AnswerShape.COUNTED) ? new IntegerType(Integer.parseInt(noted)) : chosen(field, noted);
    }

    private static CodeType chosen(DictionaryField field, String label) {
        return field.answers().stream()
                .filter(answer -> answer.label().equals(label))
                .findFirst()
                .map(answer -> new CodeType(answer.code()))
                .orElseThrow(() -> new IllegalArgumentException(field.name() + " has no answer " + label));
    }
}
