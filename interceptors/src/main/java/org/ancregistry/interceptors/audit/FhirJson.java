package org.ancregistry.interceptors.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Coding;

/** The small parts of which FHIR's JSON is made. */
final class FhirJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FhirJson() {}

    static ObjectNode concept(ObjectNode coding) {
        var concept = JSON.objectNode();
        concept.putArray("coding").add(coding);
        return concept;
    }

    static ObjectNode coding(Coding coding) {
        return coding(coding.getSystem(), coding.getCode()).put("display", coding.getDisplay());
    }

    static ObjectNode coding(String system, String code) {
        return JSON.objectNode().put("system", system).put("code", code);
    }

    static ObjectNode reference(String reference) {
        return JSON.objectNode().put("reference", reference);
    }
}
