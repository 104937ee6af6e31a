package org.ancregistry.interceptors.validation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One parameter that an operation takes, as its OperationDefinition says.
 *
 * @param type a FHIR type, {@link #ANY} for one of any type, {@link #ANY_RESOURCE}, or {@link #OF_PARTS}
 * @param most how often it may be given
 * @param parts what it consists of, when it has no value of its own
 */
public record Input(String name, String type, int most, List<Input> parts) {

    public static final String ANY = "Type";
    public static final String ANY_RESOURCE = "Resource";
    public static final String OF_PARTS = "";

    public Input {
        parts = List.copyOf(parts);
    }

    /** Whether a value of that FHIR type may be given; a code may come as a plain string. */
    boolean takes(String given) {
        return type.equals(given) || type.equals(ANY) || (type.equals("code") && given.equals("string"));
    }

    /** The names, for a person who misspelt one. */
    static String names(List<Input> inputs) {
        return inputs.isEmpty() ? "none" : inputs.stream().map(Input::name).collect(Collectors.joining(", "));
    }
}
