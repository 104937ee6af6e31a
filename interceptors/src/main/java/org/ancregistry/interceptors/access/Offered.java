package org.ancregistry.interceptors.access;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.ancregistry.domain.access.Role;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/** What somebody may do with a type of resource, whoever it is: nobody is promised what everybody is refused. */
public final class Offered {

    private Offered() {}

    public static boolean isOffered(String type, TypeRestfulInteraction interaction) {
        return switch (interaction) {
            case READ, VREAD, HISTORYINSTANCE -> somebody(Rights::read, type);
            case SEARCHTYPE -> somebody(Rights::search, type);
            case CREATE, UPDATE -> somebody(Rights::write, type);
            default -> false;
        };
    }

    /** Whether somebody may call the operation of that name, without its dollar sign. */
    public static boolean isOffered(String operation) {
        return Act.named("$" + operation).isPresent();
    }

    private static boolean somebody(Function<Rights, Set<String>> may, String type) {
        return Arrays.stream(Role.values()).map(Rights::of).map(may).anyMatch(types -> types.contains(type));
    }
}
