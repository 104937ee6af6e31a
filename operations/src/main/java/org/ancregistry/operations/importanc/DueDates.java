package org.ancregistry.operations.importanc;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.operations.fhir.StruckOut;
import org.ancregistry.operations.fhir.WholeDay;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** When a child is due, as findings say it. */
final class DueDates {

    private static final Code CODE = Dictionary.anc().require("edd").primary();

    private DueDates() {}

    /** Whether it is about that, struck out or not. */
    static boolean says(Resource finding) {
        return finding instanceof Observation one
                && one.getCode().hasCoding(CODE.system(), CODE.code())
                && one.getEffective() instanceof DateTimeType found
                && found.getValue() != null
                && WholeDay.in(one.getValue()).isPresent();
    }

    /** What the newest of them says that is not struck out. */
    static Optional<Dating> in(Collection<Resource> findings) {
        return findings.stream()
                .filter(DueDates::says)
                .filter(finding -> !StruckOut.isMarked(finding))
                .map(Observation.class::cast)
                .max(Comparator.comparing(
                        finding -> finding.getEffectiveDateTimeType().getValue()))
                .flatMap(finding -> WholeDay.in(finding.getValue()))
                .map(due -> new Dating(due, Dating.Source.LAST_PERIOD));
    }
}
