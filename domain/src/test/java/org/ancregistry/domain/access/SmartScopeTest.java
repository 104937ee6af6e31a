package org.ancregistry.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmartScopeTest {

    private static final String LABORATORY = "http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

    private static SmartScope scope(String text) {
        return SmartScope.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.read, rs",
        "patient/Observation.write, cud",
        "user/*.*, cruds",
        "system/Patient.rs, rs",
        "patient/*.cruds, cruds",
        "user/Patient.u, u"
    })
    void readsBothVersions(String text, String letters) {
        assertThat(scope(text).letters()).isEqualTo(letters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patient/",
                "patient/Observation",
                "patient/Observation.",
                "patient/Observation.sr",
                "patient/Observation.rsx",
                "patient/observation.rs",
                "Patient/Observation.rs",
                "patient/*.rs?category=a|b",
                "patient/Patient.rs?category=a|b",
                "patient/Observation.rs?code=a|b",
                "patient/Observation.rs?category=",
                "patient/Observation.rs?category=laboratory",
                "patient/Observation.rs?category=a|b|c",
                "patient/Observation.rs?category=a|b&code=c",
                "patient/Observation.rs?category=a|b,c|d",
                "admin/Patient.rs",
                "openid"
            })
    void permitsNothingByWhatItDoesNotUnderstand(String text) {
        assertThat(SmartScope.parse(text)).isEmpty();
    }

    @Test
    void readsOneCategory() {
        assertThat(scope("patient/Observation.rs?category=" + LABORATORY).category())
                .isEqualTo(LABORATORY);
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.cruds, patient/Observation.read, patient/Observation.read",
        "patient/*.rs, patient/*.cruds, patient/*.rs",
        "patient/Observation.rs, patient/*.cruds, patient/Observation.rs",
        "patient/Observation.rs, patient/Observation.rs?category=a|b, patient/Observation.rs?category=a|b",
        "patient/Observation.cu, patient/*.ru, patient/Observation.u",
        "patient/Observation.rs?category=a|b, patient/Observation.r, patient/Observation.r?category=a|b"
    })
    void givesWhatBothPermit(String allowed, String wanted, String given) {
        assertThat(SmartScope.narrowed(Set.of(wanted), Set.of(allowed))).containsExactly(given);
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.rs, user/*.rs",
        "patient/Observation.rs, patient/Condition.rs",
        "patient/Observation.r, patient/Observation.cud",
        "patient/Observation.rs?category=a|b, patient/Observation.rs?category=a|c",
        "patient/*.rs, launch",
        "patient/*.rs, whatever"
    })
    void givesNothingThatIsNotAllowed(String allowed, String wanted) {
        assertThat(SmartScope.narrowed(Set.of(wanted), Set.of(allowed))).isEmpty();
    }

    @Test
    void cutsAStarDownToTheTypesAllowed() {
        assertThat(SmartScope.narrowed(
                        Set.of("patient/*.rs", "openid", "offline_access"),
                        Set.of("patient/Observation.rs", "patient/Patient.r", "openid")))
                .containsExactlyInAnyOrder("patient/Observation.rs", "patient/Patient.r", "openid");
    }
}
