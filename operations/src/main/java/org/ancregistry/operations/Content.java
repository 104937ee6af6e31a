package org.ancregistry.operations;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks, as one text that is equal when the same is asked. A request that is sent again may come from
 * another node, whose maps put the same answers in another order: what is said of several things at once is the same in
 * any order, unless the order itself says something.
 */
public final class Content {

    private final Parameters asked = new Parameters();

    public Content with(String name, @Nullable Type value) {
        if (value != null) {
            asked.addParameter().setName(name).setValue(value);
        }
        return this;
    }

    public Content withAll(String name, @Nullable List<? extends Type> values) {
        if (values == null) {
            return this;
        }
        return with(values.stream()
                .map(value -> new ParametersParameterComponent().setName(name).setValue(value))
                .toList());
    }

    public Content with(String name, @Nullable Resource resource) {
        if (resource != null) {
            asked.addParameter().setName(name).setResource(resource);
        }
        return this;
    }

    public Content with(@Nullable List<ParametersParameterComponent> parameters) {
        if (parameters != null) {
            sorted(parameters).forEach(asked::addParameter);
        }
        return this;
    }

    /** Parameters whose order says something, as of children: the first stays the first. */
    public Content withInOrder(@Nullable List<ParametersParameterComponent> parameters) {
        if (parameters != null) {
            parameters.forEach(this::with);
        }
        return this;
    }

    public Content with(@Nullable ParametersParameterComponent parameter) {
        if (parameter != null) {
            asked.addParameter(inside(parameter));
        }
        return this;
    }

    public String text() {
        return text(asked);
    }

    private static List<ParametersParameterComponent> sorted(List<ParametersParameterComponent> parameters) {
        return parameters.stream()
                .map(Content::inside)
                .map(parameter -> Map.entry(text(new Parameters().addParameter(parameter)), parameter))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A field and its value come as the sender writes them; only what is said of one thing together is put in order. */
    private static ParametersParameterComponent inside(ParametersParameterComponent parameter) {
        if (parameter.getPart().stream().noneMatch(ParametersParameterComponent::hasPart)) {
            return parameter;
        }
        return parameter.copy().setPart(sorted(parameter.getPart()));
    }

    private static String text(Parameters parameters) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(parameters);
    }
}
