package org.ancregistry.interceptors.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.access.Scopes.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    private static Scopes scopes(Role role, Set<String> words) {
        var id = role == Role.MOTHER ? "Patient/1" : "Practitioner/1";
        return Scopes.of(new Caller(id, role, null, Set.of(), words, "tests", Purpose.TREATMENT, null));
    }

    @ParameterizedTest
    @CsvSource({
        "system/Observation.r, READ",
        "system/Observation.s, SEARCH",
        "system/Observation.rs, READ",
        "system/Observation.cruds, UPDATE",
        "system/*.c, CREATE",
        "system/Observation.read, READ",
        "system/Observation.read, SEARCH",
        "system/Observation.write, CREATE",
        "system/*.*, SEARCH"
    })
    void allows(String scope, Letter letter) {
        assertThat(scopes(Role.SYSTEM, Set.of(scope)).allow("Observation", letter))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "system/Observation.r, SEARCH",
        "system/Observation.s, READ",
        "system/Observation.read, CREATE",
        "system/Observation.write, READ",
        "system/Condition.cruds, READ",
        "system/Observation.rs?category=laboratory, READ",
        "system/Observation.sr, READ",
        "system/Observation., READ",
        "Observation.rs, READ",
        "system/Obs*.rs, READ",
        "xsystem/Observation.rs, READ"
    })
    void doesNotAllow(String scope, Letter letter) {
        assertThat(scopes(Role.SYSTEM, Set.of(scope)).allow("Observation", letter))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/*.rs", "patient/*.rs"})
    void givesASystemNothingOfPeople(String scope) {
        assertThat(scopes(Role.SYSTEM, Set.of(scope)).allow("Observation", Letter.READ))
                .isFalse();
    }

    @Test
    void givesPeopleNothingOfASystem() {
        assertThat(scopes(Role.MIDWIFE, Set.of("system/*.rs")).allow("Observation", Letter.READ))
                .isFalse();
        assertThat(scopes(Role.MIDWIFE, Set.of("patient/*.rs")).allow("Observation", Letter.READ))
                .isFalse();
        assertThat(scopes(Role.MIDWIFE, Set.of("user/*.rs")).allow("Observation", Letter.READ))
                .isTrue();
        assertThat(scopes(Role.MOTHER, Set.of("patient/*.rs")).allow("Observation", Letter.READ))
                .isTrue();
    }
}
