package org.ancregistry.domain.phn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhnPolicyTest {

    private final PhnPolicy policy = PhnPolicy.sriLanka("4054");

    @Test
    void trustsANumberOfEitherScheme() {
        assertThat(policy.check(new Phn("4054X7K2Q9V")).fitting()).containsExactly(CheckScheme.LUHN_MOD26);
        assertThat(policy.check(new Phn("385C2Q7KXM9")).fitting()).containsExactly(CheckScheme.LUHN_DECIMAL);
        assertThat(policy.check(new Phn("385C2Q7KXM4BWT1")).fitting()).containsExactly(CheckScheme.LUHN_DECIMAL);
    }

    @Test
    void doesNotVouchForAWrongCheckCharacterOrAnUnusualLength() {
        assertThat(policy.check(new Phn("4054X7K2Q9W")).known()).isFalse();
        var twelve = "4054X7K2Q9B";
        var withCheck = new Phn(twelve + CheckScheme.LUHN_MOD26.checkCharacter(twelve));
        assertThat(CheckScheme.LUHN_MOD26.fits(withCheck)).isTrue();
        assertThat(policy.check(withCheck).known()).isFalse();
    }

    @Test
    void refusesAPointOfIssueWithACharacterThatTheSchemeLacks() {
        assertThatThrownBy(() -> PhnPolicy.sriLanka("2041"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2041")
                .hasMessageContaining("no \"1\"");
        assertThat(policy.problemWith("20A7").orElseThrow()).contains("no \"A\"");
    }

    @Test
    void refusesAPointOfIssueOfAnotherLength() {
        assertThatThrownBy(() -> PhnPolicy.sriLanka("405")).hasMessageContaining("must have 4");
        assertThat(policy.problemWith("40540").orElseThrow()).contains("must have 4");
    }

    @Test
    void issuesUnderTheMinistrysPointOfIssueOnlyWhenConfigured() {
        assertThat(policy.problemWith("385c").orElseThrow()).contains("Ministry");
        assertThat(PhnPolicy.sriLanka("385C").problemWith("385c")).isEmpty();
    }

    @Test
    void refusesALengthThatNobodyReads() {
        assertThatThrownBy(() -> new PhnPolicy(CheckScheme.LUHN_MOD26, 9, Set.of(), Set.of(), Set.of()))
                .hasMessageContaining("11 or 15");
    }

    @Test
    void makesNumbersThatFitTheIssuedScheme() {
        for (var scheme : CheckScheme.values()) {
            for (var length : Set.of(11, 15)) {
                var issuing = new PhnPolicy(scheme, length, Set.of(scheme), Set.of(length), Set.of("4054"));
                var phn = new PhnFactory(issuing, new SecureRandom()).candidate(" 4054 ");
                assertThat(phn.value()).hasSize(length).startsWith("4054");
                assertThat(issuing.check(phn).fitting()).containsExactly(scheme);
            }
        }
    }
}
