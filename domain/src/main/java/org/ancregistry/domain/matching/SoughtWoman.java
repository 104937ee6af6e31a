package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PhoneNumber;

/**
 * The words with which somebody looks for a woman in a list: the beginnings of her names or of her village, in whatever
 * script, or the end of her phone number.
 */
public final class SoughtWoman {

    private static final Pattern BETWEEN = Pattern.compile("[\\s.,/\\p{Pd}]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]");
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s+()\\p{Pd}]+");
    private static final int SHORTEST_END = 4;
    private static final int WHOLE_NUMBER = 9;
    /** Shorter beginnings sound like too many names. */
    private static final int SHORTEST_SOUND = 3;

    private final List<Word> words;
    private final String digits;

    private SoughtWoman(List<Word> words, String digits) {
        this.words = words;
        this.digits = digits;
    }

    public static SoughtWoman of(String typed) {
        return new SoughtWoman(
                words(typed).toList(), NUMBER.matcher(typed).matches() ? typed.replaceAll("\\D", "") : "");
    }

    /** Every word that was typed begins a word of her names or of her village, or the digits end her number. */
    public boolean mayBe(Demographics woman) {
        return named(woman) || called(woman);
    }

    private boolean named(Demographics woman) {
        var hers = Stream.concat(woman.names().stream().map(PersonName::text), village(woman))
                .flatMap(SoughtWoman::words)
                .toList();
        return !words.isEmpty() && words.stream().allMatch(word -> word.begins(hers));
    }

    private static Stream<String> village(Demographics woman) {
        var address = woman.address();
        return address == null ? Stream.empty() : Stream.ofNullable(address.locality());
    }

    private boolean called(Demographics woman) {
        var phone = woman.phone();
        if (phone == null || digits.length() < SHORTEST_END) {
            return false;
        }
        return digits.length() < WHOLE_NUMBER
                ? phone.replaceAll("\\D", "").endsWith(digits)
                : PhoneNumber.parse(digits).equals(PhoneNumber.parse(phone));
    }

    private static Stream<Word> words(String text) {
        return BETWEEN.splitAsStream(text)
                .map(piece -> NO_LETTER.matcher(piece).replaceAll(""))
                .filter(letters -> !letters.isEmpty())
                .map(Word::of);
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "SoughtWoman[" + words.size() + " words]";
    }

    /**
     * One word.
     *
     * @param written in its own script
     * @param latin in Latin letters
     * @param sound its letters, those that are written for one another made one
     */
    private record Word(String written, String latin, String sound) {

        static Word of(String letters) {
            var written = Normalizer.normalize(letters, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            var latin = Romanised.of(letters, UnicodeScript.of(letters.codePointAt(0)));
            return new Word(written, latin, Skeleton.sounds(latin));
        }

        boolean begins(Collection<Word> hers) {
            return hers.stream().anyMatch(this::begins);
        }

        private boolean begins(Word hers) {
            return hers.written.startsWith(written)
                    || (!latin.isEmpty() && hers.latin.startsWith(latin))
                    || (latin.length() >= SHORTEST_SOUND && hers.sound.startsWith(sound));
        }

        @Override
        public String toString() {
            return "Word[…]";
        }
    }
}
