package org.ancregistry.portals.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.phn.Phn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

class TypedNumberTest {

    private final BeanPropertyBindingResult errors = new BeanPropertyBindingResult(new Box(), "form");

    /** The box of a page. */
    static final class Box {

        public String getPhn() {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2047KTR9MX5", "2047 ktr9mx 5", "2047–KTR9MX–5"})
    void readsANumberHoweverItIsGrouped(String typed) {
        assertThat(TypedNumber.read(typed, errors)).contains(new Phn("2047KTR9MX5"));
        assertThat(errors.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2047 KTR9?X 5, ?", "2047_KTR9MX5, _", "2047 КTR9MX 5, К"})
    void saysWhichCharacterCannotBeRight(String typed, String wrong) {
        assertThat(TypedNumber.read(typed, errors)).isEmpty();
        assertThat(errors.getFieldError("phn").getCode()).isEqualTo("find.phn.character");
        assertThat(errors.getFieldError("phn").getArguments()).containsExactly(wrong);
    }

    @Test
    void saysHowLongItIs() {
        assertThat(TypedNumber.read("2047 K", errors)).isEmpty();
        assertThat(errors.getFieldError("phn").getCode()).isEqualTo("find.phn.length");
        assertThat(errors.getFieldError("phn").getArguments()).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void asksForANumberWhereThereIsNone(String typed) {
        assertThat(TypedNumber.read(typed, errors)).isEmpty();
        assertThat(errors.getFieldError("phn").getCode()).isEqualTo("careFind.phn.wrong");
    }
}
