package org.ancregistry.operations.importanc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** When a child is due, as findings say it. */
final class DueDates {

    private static final Code CODE = Dictionary.anc().require("edd").primary();

    private DueDates() {}

    static boolean says(Resource finding) {
        return finding instanceof Observation one
                && one.getCode().hasCoding(CODE.system(), CODE.code())
                && one.getValue() instanceof DateTimeType;
    }

    /** What the newest of them says. */
    static Optional<Dating> in(Collection<Resource> findings) {
        return findings.stream()
                .filter(DueDates::says)
                .map(Observation.class::cast)
                .max(Comparator.comparing(
                        finding -> finding.getEffectiveDateTimeType().getValue()))
                .map(finding -> finding.getValueDateTimeType().getValueAsString())
                .map(due -> new Dating(
                        LocalDate.parse(due.substring(0, "2000-01-01".length())), Dating.Source.LAST_PERIOD));
    }
}
