package org.ancregistry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static final ParametersParameterComponent PULSE = answer("pulse", new IntegerType(80));
    private static final ParametersParameterComponent FEVER = answer("fever", new BooleanType(false));

    @Test
    void isTheSameWhenANodeSendsTheSameAnswersInAnotherOrder() {
        assertThat(new Content().with(List.of(PULSE, FEVER)).text())
                .isEqualTo(new Content().with(List.of(FEVER, PULSE)).text());
    }

    @Test
    void isTheSameWhenAListNamesTheSameInAnotherOrder() {
        var one = new Reference("Patient/1");
        var other = new Reference("Patient/2");
        assertThat(new Content().withAll("different-from", List.of(one, other)).text())
                .isEqualTo(new Content()
                        .withAll("different-from", List.of(other, one))
                        .text());
    }

    @Test
    void isAnotherWhenAnAnswerIsAnother() {
        assertThat(new Content().with(List.of(PULSE, FEVER)).text())
                .isNotEqualTo(new Content()
                        .with(List.of(PULSE, answer("fever", new BooleanType(true))))
                        .text());
    }

    @Test
    void isAnotherWhenTheChildrenChangePlaces() {
        assertThat(new Content()
                        .withInOrder(List.of(child(PULSE), child(FEVER)))
                        .text())
                .isNotEqualTo(new Content()
                        .withInOrder(List.of(child(FEVER), child(PULSE)))
                        .text());
    }

    @Test
    void isTheSameWhenWhatIsSaidOfOneChildChangesPlaces() {
        assertThat(new Content().withInOrder(List.of(child(PULSE, FEVER))).text())
                .isEqualTo(
                        new Content().withInOrder(List.of(child(FEVER, PULSE))).text());
    }

    private static ParametersParameterComponent answer(String field, Type value) {
        var answer = new ParametersParameterComponent().setName("answer");
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        return answer;
    }

    private static ParametersParameterComponent child(ParametersParameterComponent... answers) {
        var child = new ParametersParameterComponent().setName("child");
        List.of(answers).forEach(child::addPart);
        return child;
    }
}
