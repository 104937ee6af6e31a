package org.ancregistry.domain.phn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"4054X7K2Q9V", "4054-x7k2q9-v", " 4054 X7K2Q9 V ", "4054\u2011X7K2Q9\u00a0V", "\ufeff4054X7K2Q9V"
            })
    void readsANumberHoweverItIsSpaced(String typed) {
        assertThat(Phn.parse(typed)).contains(new Phn("4054X7K2Q9V"));
        assertThat(Phn.malformed(typed)).isEmpty();
    }

    @Test
    void saysWhichCharacterCannotBeRight() {
        assertThat(Phn.malformed("4054-X7#2Q9V").orElseThrow()).startsWith("Character 7, \"#\",");
        assertThat(Phn.malformed("4054 X7K2Q9\ud83d\ude00").orElseThrow()).startsWith("Character 11, \"\ud83d\ude00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "4054X7K", "4054X7K2Q9V4054X7K2Q9"})
    void saysThatTheLengthIsWrong(String typed) {
        assertThat(Phn.malformed(typed).orElseThrow()).contains("8 to 20");
        assertThat(Phn.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4054\u00df7K2Q9V", "4054\u01317K2Q9V", "\u0664\u0660\u0665\u0664X7K2Q9V"})
    void doesNotTurnAnotherAlphabetIntoLatinLetters(String typed) {
        assertThat(Phn.parse(typed)).isEmpty();
        assertThat(Phn.malformed(typed).orElseThrow()).startsWith("Character ");
    }

    @Test
    void printsInGroups() {
        assertThat(new Phn("4054X7K2Q9V").grouped()).isEqualTo("4054 X7K2Q9 V");
    }
}
