package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;

class NameKeysTest {

    @Test
    void findsANameSpelledOtherwise() {
        assertThat(NameKeys.of(PersonName.of("Wickremasinghe Fathima")))
                .isEqualTo(NameKeys.of(PersonName.of("Pathima Vikramasinha")));
    }

    @Test
    void findsNobodyByInitials() {
        assertThat(NameKeys.of(PersonName.of("K. A."))).isEmpty();
    }
}
