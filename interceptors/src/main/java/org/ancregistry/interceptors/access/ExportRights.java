package org.ancregistry.interceptors.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which types a program may take out whole: those that it may read one by one. Nobody else takes anything out whole. */
public record ExportRights(AccessDecision decision) {

    /** The types that mothers' records are made of. */
    public Set<String> ofRecords() {
        return among(Types.RECORD);
    }

    /** The types of everything that is kept. */
    public Set<String> ofEverything() {
        return among(Types.all(List.of(Types.RECORD, Types.DIRECTORY)));
    }

    private Set<String> among(Set<String> types) {
        return types.stream()
                .filter(type -> decision.isProgram() && decision.mayRead(type))
                .collect(Collectors.toUnmodifiableSet());
    }
}
