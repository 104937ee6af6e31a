package org.ancregistry.server.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Records of women with many numbers each, of which all but the first are old; nothing is written. */
final class Women implements Records {

    private static final int NUMBERS = 20;

    static String reference(int woman) {
        return "Patient/" + woman;
    }

    static List<String> numbers(int woman) {
        return IntStream.range(0, NUMBERS)
                .mapToObj(number -> "4054%03d%03d".formatted(woman, number))
                .toList();
    }

    @Override
    public <R extends Resource> Optional<R> read(Class<R> type, String reference) {
        var woman = Integer.parseInt(reference.substring(reference.indexOf('/') + 1));
        var record = new Patient();
        numbers(woman).stream().map(Phn::new).map(Phns::identifier).forEach(record::addIdentifier);
        record.getIdentifier().stream().skip(1).forEach(old -> old.setUse(IdentifierUse.OLD));
        return Optional.of(type.cast(record));
    }

    @Override
    public <R extends Resource> List<R> readAll(Class<R> type, Collection<String> references) {
        return references.stream()
                .flatMap(reference -> read(type, reference).stream())
                .toList();
    }

    @Override
    public void write(List<? extends Resource> resources) {
        throw new UnsupportedOperationException("Who tells a directory changes no record.");
    }
}
