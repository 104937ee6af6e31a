package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ancregistry.domain.person.PersonName;

/**
 * A name taken apart for comparing only; what is kept and shown is always the whole name.
 *
 * @param words written out
 * @param initials in Latin letters
 * @param script of the words; names of two scripts are not compared
 */
record NameWords(List<NameWord> words, List<Character> initials, UnicodeScript script) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s.,/\\p{Pd}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]");
    private static final Pattern HOUSE = Pattern.compile(".{3,}(?:GE|GEY|GAY)");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{1,5}");
    private static final Pattern NO_VOWEL = Pattern.compile("[^AEIOUY]{1,5}");
    private static final Set<String> LEFT_OUT =
            Set.of("MRS", "MISS", "MS", "DR", "REV", "DE", "DA", "DOS", "VAN", "VON", "BIN", "BINTI", "BINTHI");

    static NameWords of(PersonName name) {
        var written = new ArrayList<String>();
        var initials = new ArrayList<Character>();
        var text = name.text();
        var mixedCase = !text.equals(text.toUpperCase(Locale.ROOT));
        for (var piece : BETWEEN.split(text, -1)) {
            var letters = NO_LETTER.matcher(piece).replaceAll("");
            if (isInitials(letters, mixedCase)) {
                letters.toUpperCase(Locale.ROOT)
                        .chars()
                        .forEach(letter -> initials.add(Skeleton.initial(Character.toString(letter))));
            } else if (!letters.isEmpty() && !LEFT_OUT.contains(plain(letters))) {
                written.add(plain(letters));
            }
        }
        return new NameWords(words(written, name), initials, scriptOf(text));
    }

    private static boolean isInitials(String letters, boolean mixedCase) {
        return letters.length() == 1
                ? CAPITALS.matcher(letters.toUpperCase(Locale.ROOT)).matches()
                : CAPITALS.matcher(letters).matches()
                        && !LEFT_OUT.contains(letters)
                        && (mixedCase || NO_VOWEL.matcher(letters).matches());
    }

    private static UnicodeScript scriptOf(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }

    /** Latin letters without accents in capitals; other scripts in one form, their vowel signs kept. */
    private static String plain(String letters) {
        if (scriptOf(letters) != UnicodeScript.LATIN) {
            return Normalizer.normalize(letters, Normalizer.Form.NFC);
        }
        return ACCENTS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    private static List<NameWord> words(List<String> written, PersonName name) {
        var family = name.family() == null ? List.<String>of() : familyWords(name.family());
        var last = written.size() - 1;
        var house = written.subList(0, Math.max(last, 0)).stream()
                .filter(word -> HOUSE.matcher(word).matches())
                .mapToInt(written::lastIndexOf)
                .max()
                .orElse(-1);
        var words = new ArrayList<NameWord>();
        for (var i = 0; i <= last; i++) {
            var isFamily = family.isEmpty() ? i == last : family.contains(written.get(i));
            var role = isFamily ? NameWord.Role.FAMILY : i <= house ? NameWord.Role.HOUSE : NameWord.Role.GIVEN;
            words.add(new NameWord(written.get(i), skeleton(written.get(i)), role));
        }
        return List.copyOf(words);
    }

    private static List<String> familyWords(String family) {
        return BETWEEN.splitAsStream(family)
                .map(piece -> plain(NO_LETTER.matcher(piece).replaceAll("")))
                .filter(word -> !LEFT_OUT.contains(word))
                .toList();
    }

    private static String skeleton(String word) {
        return scriptOf(word) == UnicodeScript.LATIN ? Skeleton.of(word) : word;
    }

    boolean empty() {
        return words.isEmpty() && initials.isEmpty();
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "NameWords[" + words.size() + " words, " + initials.size() + " initials]";
    }
}
