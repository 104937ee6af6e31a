package org.ancregistry.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NationalIdHasherTest {

    private final NationalIdHasher hasher =
            new NationalIdHasher("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @Test
    void bothFormsHashAlike() {
        var old = hash("965830013V");
        var young = hash("199658300013");
        assertThat(old.whole()).isEqualTo(young.whole()).hasSize(64);
        assertThat(old.birthPart()).isEqualTo(young.birthPart());
        assertThat(old.serialPart()).isEqualTo(young.serialPart());
        assertThat(old.lastThree()).isEqualTo("13V");
    }

    @Test
    void aSlipInTheSerialLeavesTheBirthPart() {
        var right = hash("965830013V");
        var slip = hash("965830031V");
        assertThat(slip.whole()).isNotEqualTo(right.whole());
        assertThat(slip.birthPart()).isEqualTo(right.birthPart());
        assertThat(slip.serialPart()).isNotEqualTo(right.serialPart());
    }

    @Test
    void anotherKeyGivesOtherHashes() {
        var other = new NationalIdHasher(new byte[32])
                .hash(NationalId.parse("965830013V").orElseThrow());
        assertThat(other.whole()).isNotEqualTo(hash("965830013V").whole());
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new NationalIdHasher(new byte[31])).hasMessageContaining("32 bytes");
    }

    private NationalIdHashes hash(String typed) {
        return hasher.hash(NationalId.parse(typed).orElseThrow());
    }
}
