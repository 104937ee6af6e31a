package org.ancregistry.operations.importanc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.pregnancy.Dating;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class DueDatesTest {

    @Test
    void datesByTheNewestThatIsNotStruckOut() {
        var wrong = due("2026-12-24", "2026-07-01").setStatus(ObservationStatus.ENTEREDINERROR);
        var findings = List.<Resource>of(due("2026-12-01", "2026-05-01"), due("2026-12-08", "2026-06-01"), wrong);
        assertThat(DueDates.in(findings)).map(Dating::edd).contains(LocalDate.of(2026, 12, 8));
        assertThat(DueDates.in(List.of(wrong))).isEmpty();
        assertThat(DueDates.says(wrong)).as("what is struck out dates anew").isTrue();
    }

    @Test
    void takesNoMonthForADay() {
        var month = due("2026-12", "2026-07-01");
        assertThat(DueDates.in(List.of(month))).isEmpty();
        assertThat(DueDates.in(List.of(month, due("2026-12-01", "2026-05-01"))))
                .map(Dating::edd)
                .contains(LocalDate.of(2026, 12, 1));
    }

    private static Observation due(String day, String found) {
        var code = Dictionary.anc().require("edd").primary();
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding(code.system(), code.code(), null)))
                .setEffective(new DateTimeType(found))
                .setValue(new DateTimeType(day));
    }
}
