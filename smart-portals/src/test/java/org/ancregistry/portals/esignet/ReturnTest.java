package org.ancregistry.portals.esignet;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.portals.esignet.Return.Ending;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnTest {

    @ParameterizedTest
    @CsvSource({
        "access_denied, Consent Denied, REFUSED",
        "access_denied, , CANCELLED",
        "consent_details_rejected, , REFUSED",
        "transaction_timeout, The transaction has timed out. Please try again., TIMEOUT",
        "invalid_transaction, , TIMEOUT",
        "authorization_failed_msg, , FAILED",
        "anything_else, , FAILED"
    })
    void saysHowItEndedOnEsignetsPages(String error, String description, Ending ending) {
        assertThat(new Return("state", null, null, error, description).ending()).isEqualTo(ending);
    }
}
