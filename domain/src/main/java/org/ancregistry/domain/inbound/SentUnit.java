package org.ancregistry.domain.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Answer.Measured;
import org.ancregistry.domain.clinical.CsvTable;
import org.ancregistry.domain.rules.Units;

/** Units as other systems write them, put into the unit of the dictionary's field. */
final class SentUnit {

    private static final Map<String, String> SPELLINGS = CsvTable.read(SentUnit.class, "unit-spellings.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.text("written"), row -> row.text("ucum")));

    private SentUnit() {}

    /** The measurement in that unit; empty when nobody can say. */
    static Optional<Measured> in(String unit, Measured sent) {
        var ucum = SPELLINGS.getOrDefault(sent.unit(), sent.unit());
        return Units.in(unit, new Measured(sent.value(), ucum)).map(value -> new Measured(value, unit));
    }
}
