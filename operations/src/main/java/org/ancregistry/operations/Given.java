package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads single parameters of a request and says which one is missing. */
public final class Given {

    private static final int WHOLE_DATE = "2000-01-01".length();

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

    /**
     * A whole birth date; absent when none is given.
     *
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when it is a year or a month alone
     */
    public static @Nullable LocalDate birthDate(@Nullable DateType parameter) {
        return wholeDay(parameter, "birth-date", "Enter her whole birth date, like 1996-04-17.");
    }

    /**
     * A day; absent when none is given.
     *
     * @throws Refusal {@link Problem#PARAMETER_INVALID} when it is a year or a month alone
     */
    public static @Nullable LocalDate day(@Nullable DateType parameter, String name) {
        return wholeDay(parameter, name, "Enter the whole date, like 2026-04-17.");
    }

    private static @Nullable LocalDate wholeDay(@Nullable DateType parameter, String name, String otherwise) {
        var text = text(parameter);
        if (text != null && text.length() != WHOLE_DATE) {
            throw Problem.PARAMETER_INVALID.because(otherwise).at(name);
        }
        return text == null ? null : LocalDate.parse(text);
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
        return locals(parameters, "Patient", name);
    }

    /** {@link #local} for a parameter that may be there several times. */
    public static Set<String> locals(@Nullable List<Reference> parameters, String type, String name) {
        var references = new LinkedHashSet<String>();
        for (var parameter : parameters == null ? List.<Reference>of() : parameters) {
            references.add(present(local(parameter, type, name), name));
        }
        return references;
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
