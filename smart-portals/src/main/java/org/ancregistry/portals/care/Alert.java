package org.ancregistry.portals.care;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ancregistry.portals.record.Finding;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.record.Visit;

/**
 * What of the last contact must be seen first: a danger sign, or a blood pressure of 160/110 or more (rules R-DANGER and
 * R-BP-SEVERE-1). It repeats what was recorded; judging a whole pregnancy is the clinical rules' work.
 *
 * @param visit the contact
 * @param bloodPressure {@code 164/112}, when it is that high
 * @param dangerSigns names of the signs in the dictionary
 */
record Alert(Visit visit, Optional<String> bloodPressure, List<String> dangerSigns) {

    private static final BigDecimal SEVERE_SYSTOLIC = BigDecimal.valueOf(160);
    private static final BigDecimal SEVERE_DIASTOLIC = BigDecimal.valueOf(110);

    static Optional<Alert> of(MotherRecord record) {
        return record.validVisits().stream()
                .findFirst()
                .map(last -> new Alert(last, last.bloodPressure().filter(reading -> severe(last)), dangerSigns(last)))
                .filter(alert -> alert.bloodPressure().isPresent()
                        || !alert.dangerSigns().isEmpty());
    }

    private static boolean severe(Visit visit) {
        return atLeast(visit, "systolic", SEVERE_SYSTOLIC) || atLeast(visit, "diastolic", SEVERE_DIASTOLIC);
    }

    private static boolean atLeast(Visit visit, String field, BigDecimal limit) {
        return visit.finding(field)
                .map(Finding::number)
                .filter(number -> number.compareTo(limit) >= 0)
                .isPresent();
    }

    private static List<String> dangerSigns(Visit visit) {
        return visit.findings().stream()
                .map(Finding::name)
                .filter(name -> name.startsWith("danger_") && !name.equals("danger_none"))
                .toList();
    }
}
