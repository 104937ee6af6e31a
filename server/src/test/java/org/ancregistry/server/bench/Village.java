package org.ancregistry.server.bench;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;

/**
 * The mothers whom the measured requests are about, registered through the registry's own operations.
 *
 * @param mothers all but the one with the long record
 * @param longRecord who has had many visits
 * @param before the last registration of all, whose resources are the sample for plain transactions
 * @param nextNumber the first number that nobody has used
 */
record Village(List<Mother> mothers, Mother longRecord, Instant before, long nextNumber) {

    Village {
        mothers = List.copyOf(mothers);
    }

    /** Registers everybody. */
    static Village settle(Pace pace, Database database, Visitor administrator, Visitor midwife) {
        var units = Visitor.FHIR.newJsonParser().encodeResourceToString(District.units());
        administrator.answer(Bundle.class, administrator.post("", units));
        Evidence.prepare(database, "evidence", 0, pace.mothers() + 1L);
        var mothers = LongStream.range(0, pace.mothers())
                .mapToObj(number -> register(number, midwife))
                .toList();
        var longRecord = mothers.get(0);
        LongRecord.of(longRecord.patient(), longRecord.version(), pace.visits(), midwife);
        var before = Instant.now();
        register(pace.mothers(), midwife);
        return new Village(mothers.subList(1, mothers.size()), longRecord, before, pace.mothers() + 2L);
    }

    private static Mother register(long number, Visitor midwife) {
        var asked = Registration.template().filled(number);
        return Mother.in(midwife.answer(Parameters.class, midwife.post(Registration.PATH, asked)), number);
    }

    /** One of them, each in turn. */
    Mother any(long number) {
        return mothers.get((int) (number % mothers.size()));
    }
}
