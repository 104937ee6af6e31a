package org.ancregistry.operations.registeranc;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Tells references that name a number of the country's directory apart from those to records of this registry. */
final class Numbered {

    private Numbered() {}

    static List<Reference> no(@Nullable List<Reference> references) {
        return all(references).filter(reference -> !is(reference)).toList();
    }

    static Set<Phn> numbers(@Nullable List<Reference> references) {
        return all(references)
                .filter(Numbered::is)
                .flatMap(reference -> Phn.parse(reference.getIdentifier().getValue()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean is(Reference reference) {
        var identifier = reference.getIdentifier();
        return !reference.hasReference() && Phns.SYSTEM.equals(identifier.getSystem()) && identifier.hasValue();
    }

    private static Stream<Reference> all(@Nullable List<Reference> references) {
        return Stream.ofNullable(references).flatMap(List::stream);
    }
}
