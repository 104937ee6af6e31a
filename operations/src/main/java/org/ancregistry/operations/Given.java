package org.ancregistry.operations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads single parameters of a request and says which one is missing. */
public final class Given {

    private Given() {}

    /** The parameter's text, trimmed; absent when it is missing or blank. */
    public static @Nullable String text(@Nullable PrimitiveType<?> parameter) {
        if (parameter == null || parameter.getValueAsString() == null) {
            return null;
        }
        var text = parameter.getValueAsString().strip();
        return text.isEmpty() ? null : text;
    }

    /**
     * The parameter's text.
     *
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when it is missing
     */
    public static String required(@Nullable PrimitiveType<?> parameter, String name) {
        return present(text(parameter), name);
    }

    /**
     * The value itself.
     *
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when it is missing
     */
    public static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw Problem.PARAMETER_INVALID
                    .because("Parameter " + name + " is missing.")
                    .at(name);
        }
        return value;
    }

    /** {@code Patient/12}, whatever else the id carries. */
    public static String reference(IdType id) {
        return "Patient/" + id.getIdPart();
    }

    /** {@code Patient/12} of a parameter that refers to a patient of this registry. */
    public static @Nullable String patient(@Nullable Reference parameter, String name) {
        return local(parameter, "Patient", name);
    }

    /** The same for a parameter that may be there several times. */
    public static Set<String> patients(@Nullable List<Reference> parameters, String name) {
        var patients = new LinkedHashSet<String>();
        for (var parameter : parameters == null ? List.<Reference>of() : parameters) {
            patients.add(present(patient(parameter, name), name));
        }
        return patients;
    }

    /** {@code Organization/12} and the like: a reference to a resource of this registry and of that type. */
    public static @Nullable String local(@Nullable Reference parameter, String type, String name) {
        if (parameter == null || !parameter.hasReference()) {
            return null;
        }
        var id = new IdType(parameter.getReference());
        if (!type.equals(id.getResourceType()) || !id.hasIdPart() || id.hasBaseUrl()) {
            throw Problem.PARAMETER_INVALID
                    .because("Parameter " + name + " refers to a " + type + " of this registry.")
                    .at(name);
        }
        return type + "/" + id.getIdPart();
    }
}
