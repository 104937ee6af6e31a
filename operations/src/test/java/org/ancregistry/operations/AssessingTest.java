package org.ancregistry.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.SystemUris;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.rules.RuleBook;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class AssessingTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final Assessing assessing = new Assessing(
            RuleBook.shipped(),
            new NoFacts(),
            new InMemoryRecords(
                    new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()))),
            clock);

    @Test
    void readsAnEarlierWeightInKilograms() {
        assertThat(assessing.lastWeight(List.of(weight("132", "[lb_av]"))))
                .hasValueSatisfying(kilograms -> assertThat(kilograms).isEqualByComparingTo("59.87"));
    }

    @Test
    void knowsNoEarlierWeightInAUnitThatNobodyCanConvert() {
        assertThat(assessing.lastWeight(List.of(weight("9", "[stone_av]")))).isEmpty();
    }

    private static Resource weight(String value, String unit) {
        var code = new Coding(
                SystemUris.WHO_ANC, Dictionary.anc().require("weight").primary().code(), null);
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(code))
                .setEffective(new DateTimeType("2026-08-03T09:00:00+05:30"))
                .setValue(new Quantity()
                        .setValue(new BigDecimal(value))
                        .setSystem("http://unitsofmeasure.org")
                        .setCode(unit));
    }
}
