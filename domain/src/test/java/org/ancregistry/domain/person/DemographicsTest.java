package org.ancregistry.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemographicsTest {

    @Test
    void nameNobodyInALog() {
        var address = new PostalAddress("12 Lake Road, Kandy", null, "Kandy", null, null, null);
        var nimali = new Demographics(
                List.of(PersonName.of("Nimali Perera")),
                LocalDate.of(1996, 3, 23),
                Gender.FEMALE,
                address,
                "0771234567",
                null,
                null);
        assertThat(nimali + " " + nimali.names() + " " + address)
                .doesNotContain("Nimali", "Perera", "Kandy", "1996", "0771234567");
    }
}
