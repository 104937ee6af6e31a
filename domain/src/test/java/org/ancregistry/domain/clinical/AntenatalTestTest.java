package org.ancregistry.domain.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AntenatalTestTest {

    @ParameterizedTest
    @EnumSource(AntenatalTest.class)
    void isAnsweredByFindingsThatPeopleWriteAtAContact(AntenatalTest test) {
        assertThat(test.fields()).isNotEmpty().allSatisfy(name -> {
            var field = Dictionary.anc().require(name);
            assertThat(field.kind().answered()).isTrue();
            assertThat(test.isAnsweredBy(field.primary())).isTrue();
            assertThat(AntenatalTest.answeredBy(name)).contains(test);
        });
        assertThat(AntenatalTest.of(test.code())).contains(test);
    }

    @Test
    void letsNoFindingAnswerTwoTests() {
        assertThat(Arrays.stream(AntenatalTest.values()).flatMap(test -> test.fields().stream()))
                .doesNotHaveDuplicates();
        assertThat(AntenatalTest.answeredBy("weight")).isEmpty();
        assertThat(AntenatalTest.GLUCOSE_TOLERANCE.isAnsweredBy(
                        Dictionary.anc().require("glucose_fasting").primary()))
                .as("a fasting sugar of another day is no tolerance test")
                .isFalse();
    }
}
