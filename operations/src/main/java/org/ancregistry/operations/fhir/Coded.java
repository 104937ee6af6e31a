package org.ancregistry.operations.fhir;

import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The dictionary's fields and answers as FHIR codes: WHO's first, confirmed translations after it. */
final class Coded {

    private Coded() {}

    static CodeableConcept question(DictionaryField field) {
        var concept = new CodeableConcept().setText(field.definition());
        concept.addCoding(coding(field.primary()));
        field.translations().forEach(code -> concept.addCoding(coding(code)));
        return concept;
    }

    /** A field that is itself one of the answers to WHO's question, as a danger sign is. */
    static CodeableConcept questionOf(DictionaryField field, String whoQuestion) {
        return new CodeableConcept()
                .setText(field.group())
                .addCoding(new Coding().setSystem(field.primary().system()).setCode(whoQuestion));
    }

    /** One of the field's coded answers; its code when the field does not list it. */
    static CodeableConcept answer(DictionaryField field, String code) {
        var concept = new CodeableConcept();
        field.answer(code).ifPresent(answer -> concept.setText(answer.label()).addCoding(coding(answer.coding())));
        return concept;
    }

    static Coding coding(Code code) {
        return new Coding().setSystem(code.system()).setCode(code.code());
    }
}
