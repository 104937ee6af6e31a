package org.ancregistry.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerValueTest {

    @Test
    void countsANumber() {
        assertThat(systolic()).isEqualTo("140");
    }

    @ParameterizedTest
    @EnumSource(value = QuantityComparator.class, mode = EnumSource.Mode.EXCLUDE, names = "NULL")
    void countsNoNumberThatIsOnlyABound(QuantityComparator comparator) {
        assertThat(AnswerValue.of(
                        Dictionary.anc().require("systolic"), pressure().setComparator(comparator)))
                .isNull();
    }

    private static String systolic() {
        return String.valueOf(AnswerValue.of(Dictionary.anc().require("systolic"), pressure()));
    }

    private static Quantity pressure() {
        return new Quantity().setValue(new BigDecimal("140")).setCode("mm[Hg]");
    }
}
