package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

/** A scan that is told of later dates the pregnancy, and the contacts to come follow from it. */
class DatedAnewTest extends VisitDesk {

    private static final LocalDate BY_SCAN = TODAY.plusDays(280 - 110);

    @Test
    void writesTheDueDateInUseAndPlansTheContactsToComeAlsoInAnAddition() {
        healthy();
        var first = visit("1");
        requestId = "2";
        answers.clear();
        correction = new Correction(reference(first, "contact"), false, "Scan report");
        answer("ultrasound_edd", new DateType(BY_SCAN.toString()));
        visit("2");

        assertThat(observed("edd").getValue().primitiveValue()).isEqualTo(BY_SCAN.toString());
        assertThat(observed("ga_source")
                        .getValueCodeableConcept()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("ANC.B6.DE20");
        var plan = records.all(CarePlan.class).get(0);
        assertThat(plan.getActivity())
                .isNotEmpty()
                .allSatisfy(contact -> assertThat(contact.getDetail()
                                .getScheduledPeriod()
                                .getEndElement()
                                .getValueAsString())
                        .isGreaterThanOrEqualTo(TODAY.toString()));
        assertThat(records.all(Encounter.class)).hasSize(2);
    }

    @Test
    void putsTheNewPlanInThePlaceOfTheOldOne() {
        healthy();
        answer("ultrasound_edd", new DateType(BY_SCAN.toString()));
        visit("1");
        requestId = "2";
        answers.clear();
        healthy();
        answer("ultrasound_edd", new DateType(BY_SCAN.minusDays(14).toString()));
        visit("2");

        assertThat(records.all(CarePlan.class))
                .extracting(CarePlan::getStatus)
                .containsExactlyInAnyOrder(CarePlanStatus.REVOKED, CarePlanStatus.ACTIVE);
    }

    @Test
    void leavesThePlanAsItIsWhenNothingIsToldOfADate() {
        healthy();
        visit("1");
        assertThat(records.all(CarePlan.class)).isEmpty();
    }

    private Observation observed(String field) {
        return records.all(Observation.class).stream()
                .filter(found -> code(found)
                        .equals(Dictionary.anc().require(field).primary().code()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String code(Observation found) {
        return found.getCode().getCodingFirstRep().getCode();
    }
}
