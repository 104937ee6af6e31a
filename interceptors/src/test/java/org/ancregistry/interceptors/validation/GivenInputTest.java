package org.ancregistry.interceptors.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

class GivenInputTest {

    private static final List<Input> KNOWN = List.of(
            new Input("draft", "string", 1, List.of()),
            new Input("decision", "code", 1, List.of()),
            new Input(
                    "consent",
                    Input.OF_PARTS,
                    1,
                    List.of(
                            new Input("permit", "boolean", 1, List.of()),
                            new Input("spoken", "boolean", 1, List.of()))),
            new Input(
                    "answer",
                    Input.OF_PARTS,
                    Integer.MAX_VALUE,
                    List.of(new Input("field", "code", 1, List.of()), new Input("value", Input.ANY, 1, List.of()))));

    private final Parameters given = new Parameters().addParameter("draft", "d1");

    @Test
    void letsWhatTheOperationKnowsPass() {
        consent().addPart().setName("spoken").setValue(new BooleanType(true));
        answer("smoker", new BooleanType(false));
        answer("lmp", new DateType("2026-05-01"));
        given.addParameter("decision", new StringType("not-sure"));
        assertThat(breaches()).isEmpty();
    }

    @Test
    void namesAPartThatNobodyWouldRead() {
        consent().addPart().setName("spokn").setValue(new BooleanType(true));
        assertThat(breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.element()).isEqualTo("consent.spokn");
            assertThat(breach.rule()).isEqualTo("parameter-unknown");
            assertThat(breach.message()).contains("permit, spoken");
        });
    }

    @Test
    void namesAParameterThatNobodyWouldRead() {
        given.addParameter("phn-decison", new CodeType("not-sure"));
        assertThat(rules()).containsExactly(tuple("phn-decison", "parameter-unknown"));
    }

    @Test
    void doesNotChooseBetweenTwoAnswersToOneQuestion() {
        var consent = consent();
        consent.addPart().setName("permit").setValue(new BooleanType(false));
        assertThat(rules()).containsExactly(tuple("consent.permit", "parameter-repeated"));
    }

    @Test
    void takesNoWordForAYesOrANo() {
        var consent = given.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new StringType("yes"));
        assertThat(rules()).containsExactly(tuple("consent.permit", "parameter-type"));
    }

    @Test
    void readsNoValueWherePartsBelongAndNoPartsWhereAValueBelongs() {
        given.addParameter("consent", true);
        given.getParameterFirstRep().addPart().setName("id");
        assertThat(rules()).containsExactly(tuple("draft", "parameter-type"), tuple("consent", "parameter-type"));
    }

    @Test
    void knowsNoModifier() {
        consent()
                .getPartFirstRep()
                .addModifierExtension()
                .setUrl("https://test.invalid/not")
                .setValue(new BooleanType(true));
        assertThat(rules()).containsExactly(tuple("consent.permit", "modifier-unknown"));
    }

    private ParametersParameterComponent consent() {
        var consent = given.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        return consent;
    }

    private void answer(String field, Type value) {
        var answer = given.addParameter().setName("answer");
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
    }

    private List<Breach> breaches() {
        return GivenInput.against(KNOWN, given.getParameter());
    }

    private List<Tuple> rules() {
        return breaches().stream()
                .map(breach -> tuple(breach.element(), breach.rule()))
                .toList();
    }
}
