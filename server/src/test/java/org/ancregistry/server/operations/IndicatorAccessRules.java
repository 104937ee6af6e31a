package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Whom {@code $evaluate-measure} tells what, on whichever database. */
abstract class IndicatorAccessRules extends OnIndicators {

    @Test
    void namesOnlyWomenWhoseRecordsTheCallerMayOpen() {
        var mother = registered("In Care", 10, 2);
        var report = subjects(clinic.midwife, Indicator.ANC_IND_1);
        assertThat(list(report, "denominator")).containsExactly(Clinic.reference(mother, "patient"));
        assertThat(list(report, "numerator")).containsExactly(Clinic.reference(mother, "patient"));
        registry().bean(AuditOutbox.class).deliver();
        assertThat(number(
                        "select count(*) from audit_event where patient = ? and resource like '%$evaluate-measure%'",
                        Clinic.reference(mother, "patient")))
                .isPositive();
    }

    @Test
    void tellsAProgramWithoutRecordsNoSmallNumberAndNoName() {
        for (var number = 0; number < 4; number++) {
            registered(Names.of(500 + number), 10, 2);
        }
        var program = system("system/MeasureReport.r");
        var masked = report(months(program, Indicator.ANC_IND_1));
        assertThat(masked.getGroupFirstRep().getPopulation())
                .allSatisfy(population ->
                        assertThat(population.getCountElement().hasValue()).isFalse())
                .allSatisfy(population -> assertThat(population
                                .getCountElement()
                                .getExtensionFirstRep()
                                .getValue()
                                .primitiveValue())
                        .isEqualTo("masked"));
        assertThat(masked.getGroupFirstRep().hasMeasureScore()).isFalse();
        registered(Names.of(504), 10, 2);
        var report = report(months(program, Indicator.ANC_IND_1));
        assertThat(count(report, "denominator")).isEqualTo(5);
        assertThat(list(report, "denominator")).isEmpty();
        assertThat(ask(program, Indicator.ANC_IND_1, "summary", clinic.area).refusal())
                .isEqualTo("400 parameter-invalid");
    }

    @Test
    void countsAnAreaByWhoLooksAfterHerAndAFacilityByWhereSheWasSeenFirst() {
        registered("Seen Here", 10, 2);
        kind(clinic.fieldClinic, "clinic", clinic.area);
        var elsewhere = new Clinic(registry());
        var theirs = TestTokens.caller("Practitioner/98", Role.MIDWIFE, clinic.fieldClinic, elsewhere.area);
        kind(clinic.fieldClinic, "clinic", elsewhere.area);
        assertThat(count(summary(theirs, Indicator.ANC_IND_1), "denominator")).isZero();
        var facility = report(ask(theirs, Indicator.ANC_IND_1, "summary", clinic.fieldClinic));
        assertThat(count(facility, "denominator")).isEqualTo(1);
        assertCounted(Indicator.ANC_IND_1, 1, 1);
    }

    @Test
    void countsADistrictWithAllAreasWithinItsAreas() {
        registered("Of The District", 10, 2);
        var district = unit("district", null);
        kind(clinic.area, "phm-area", unit("moh-area", district));
        var ofDistrict = TestTokens.caller("Practitioner/97", Role.SUPERVISOR, null, district);
        assertThat(summaryOf(ofDistrict, Indicator.ANC_IND_1, district)).isEqualTo(1);
        assertThat(summaryOf(ofDistrict, Indicator.ANC_IND_1, clinic.area)).isEqualTo(1);
    }

    @Test
    void tellsNobodyOfAnotherArea() {
        registered("Of This Area", 10, 2);
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.hospital, clinic.hospital);
        assertThat(ask(elsewhere, Indicator.ANC_IND_1, "summary", clinic.area).refusal())
                .isEqualTo("404 not-found");
        assertThat(count(summary(elsewhere, Indicator.ANC_IND_1), "denominator"))
                .isZero();
        assertThat(ask(clinic.doctor, Indicator.ANC_IND_1, "summary", null).refusal())
                .isEqualTo("403 forbidden");
        assertThat(ask(system("system/Patient.rs"), Indicator.ANC_IND_1, "summary", null)
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        var path = "Measure/anc-ind-1/$evaluate-measure?periodStart=2026-11-01&periodEnd=2026-10-01";
        assertThat(api.get(clinic.midwife, path).refusal()).isEqualTo("400 parameter-invalid");
        var month = "Measure/anc-ind-1/$evaluate-measure?periodStart=2026-11&periodEnd=2026-12-01";
        assertThat(api.get(clinic.midwife, month).refusal()).isEqualTo("400 parameter-invalid");
        var none = "Measure/anc-ind-99/$evaluate-measure?periodStart=2026-11-01&periodEnd=2026-12-01";
        assertThat(api.get(clinic.midwife, none).refusal()).isEqualTo("404 not-found");
    }
}
