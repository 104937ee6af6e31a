package org.ancregistry.operations;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What a request asks, as one text that is equal when the same is asked. */
public final class Content {

    private final Parameters asked = new Parameters();

    public Content with(String name, @Nullable Type value) {
        if (value != null) {
            asked.addParameter().setName(name).setValue(value);
        }
        return this;
    }

    public Content withAll(String name, @Nullable List<? extends Type> values) {
        if (values != null) {
            values.forEach(value -> with(name, value));
        }
        return this;
    }

    public Content with(String name, @Nullable Resource resource) {
        if (resource != null) {
            asked.addParameter().setName(name).setResource(resource);
        }
        return this;
    }

    public Content with(@Nullable List<ParametersParameterComponent> parameters) {
        if (parameters != null) {
            parameters.forEach(asked::addParameter);
        }
        return this;
    }

    public Content with(@Nullable ParametersParameterComponent parameter) {
        if (parameter != null) {
            asked.addParameter(parameter);
        }
        return this;
    }

    public String text() {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(asked);
    }
}
