package org.ancregistry.operations;

import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a parameter that has several. */
public final class Parts {

    private Parts() {}

    /** The value of the part of that name; absent when there is none. */
    public static @Nullable Type value(ParametersParameterComponent parameter, String part) {
        return parameter.getPart().stream()
                .filter(candidate -> part.equals(candidate.getName()))
                .map(ParametersParameterComponent::getValue)
                .findFirst()
                .orElse(null);
    }

    public static @Nullable PrimitiveType<?> primitive(ParametersParameterComponent parameter, String part) {
        return value(parameter, part) instanceof PrimitiveType<?> primitive ? primitive : null;
    }

    public static @Nullable String text(ParametersParameterComponent parameter, String part) {
        return Given.text(primitive(parameter, part));
    }

    public static @Nullable Reference reference(ParametersParameterComponent parameter, String part) {
        return value(parameter, part) instanceof Reference reference ? reference : null;
    }

    /** Whether the part says true; false when it says false or is not there. */
    public static boolean isTrue(ParametersParameterComponent parameter, String part) {
        return "true".equals(text(parameter, part));
    }
}
