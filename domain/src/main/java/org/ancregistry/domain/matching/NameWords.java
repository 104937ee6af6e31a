package org.ancregistry.domain.matching;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ancregistry.domain.matching.NameWord.Role;
import org.ancregistry.domain.person.PersonName;

/**
 * A name taken apart for comparing only; what is kept and shown is always the whole name.
 *
 * @param source the name as given
 * @param parts its words and initials, in order
 * @param script what the words are compared in: Latin where they were romanised, otherwise their own
 */
record NameWords(PersonName source, List<NameWord> parts, UnicodeScript script) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s.,/\\p{Pd}]+");
    /** Daughter, wife or son of: what follows is the father's or husband's name. */
    private static final Pattern OF_WHOM = Pattern.compile("(?i)(?<!\\p{L})[dws]\\s?/\\s?o(?!\\p{L})");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]");
    private static final Pattern HOUSE = Pattern.compile(".{3,}(?:GE|GEY|GAY)");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{1,5}");
    private static final Pattern NO_VOWEL = Pattern.compile("[^AEIOUY]{1,5}");
    private static final Set<String> LEFT_OUT = Set.of(
            "MRS", "MISS", "MS", "THIRUMATHI", "DR", "REV", "DE", "DA", "DOS", "VAN", "VON", "BIN", "BINTI", "BINTHI");

    static NameWords of(PersonName name) {
        return readings(name, RegistryStatistics.NONE).get(0);
    }

    /**
     * The ways in which a name can be read, the likelier first: in a name all in capitals, DIA may be three initials or one
     * name.
     */
    static List<NameWords> readings(PersonName name, RegistryStatistics statistics) {
        var pieces = pieces(name.text());
        var mixedCase = !name.text().equals(name.text().toUpperCase(Locale.ROOT));
        var unclear = !mixedCase
                && IntStream.range(0, pieces.size()).anyMatch(i -> i + 1 < pieces.size() && unclear(pieces.get(i)));
        return unclear
                ? List.of(read(name, pieces, true, statistics), read(name, pieces, false, statistics))
                : List.of(read(name, pieces, mixedCase, statistics));
    }

    private static List<String> pieces(String text) {
        return BETWEEN.splitAsStream(OF_WHOM.matcher(text).replaceAll(" "))
                .map(piece -> NO_LETTER.matcher(piece).replaceAll(""))
                .filter(letters -> !letters.isEmpty() && !LEFT_OUT.contains(letters.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static boolean unclear(String letters) {
        return letters.length() > 2
                && CAPITALS.matcher(letters).matches()
                && !NO_VOWEL.matcher(letters).matches();
    }

    private static NameWords read(
            PersonName name, List<String> pieces, boolean capitalsAreInitials, RegistryStatistics statistics) {
        var script = scriptOf(name.text());
        var initials = new ArrayList<Boolean>();
        var texts = new ArrayList<String>();
        for (var i = 0; i < pieces.size(); i++) {
            var letters = pieces.get(i);
            if (isInitials(letters, capitalsAreInitials && i + 1 < pieces.size())) {
                letters.toUpperCase(Locale.ROOT).chars().forEach(letter -> {
                    initials.add(true);
                    texts.add(Character.toString(letter));
                });
            } else if (!Romanised.of(letters, script).isEmpty()) {
                initials.add(false);
                texts.add(Romanised.of(letters, script));
            }
        }
        return new NameWords(name, parts(texts, initials, name, statistics), comparedIn(script));
    }

    private static boolean isInitials(String letters, boolean capitalsAreInitials) {
        return letters.length() == 1
                ? CAPITALS.matcher(letters.toUpperCase(Locale.ROOT)).matches()
                : CAPITALS.matcher(letters).matches()
                        && (capitalsAreInitials
                                || letters.length() == 2
                                || NO_VOWEL.matcher(letters).matches());
    }

    private static UnicodeScript comparedIn(UnicodeScript script) {
        return script == UnicodeScript.SINHALA || script == UnicodeScript.TAMIL ? UnicodeScript.LATIN : script;
    }

    private static UnicodeScript scriptOf(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }

    private static List<NameWord> parts(
            List<String> texts, List<Boolean> initials, PersonName name, RegistryStatistics statistics) {
        var script = scriptOf(name.text());
        var latin = comparedIn(script) == UnicodeScript.LATIN;
        var written = IntStream.range(0, texts.size())
                .filter(i -> !initials.get(i))
                .mapToObj(texts::get)
                .toList();
        var counted = written.stream()
                .map(word -> latin ? Skeleton.counted(word) : word)
                .toList();
        var roles = roles(written, counted, name, statistics);
        var parts = new ArrayList<NameWord>();
        var next = 0;
        for (var i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (initials.get(i)) {
                parts.add(NameWord.initial(text.charAt(0)));
            } else {
                var skeleton = latin ? Skeleton.of(text) : text;
                var key = latin ? Skeleton.coarse(text) : text;
                var rarity = statistics.rarity(skeleton, roles.get(next));
                parts.add(new NameWord(text, skeleton, key, script, roles.get(next), rarity));
                next++;
            }
        }
        return List.copyOf(parts);
    }

    private static List<Role> roles(
            List<String> written, List<String> counted, PersonName name, RegistryStatistics statistics) {
        var last = written.size() - 1;
        var house = IntStream.range(0, Math.max(last, 0))
                .filter(i -> HOUSE.matcher(written.get(i)).matches())
                .max()
                .orElse(-1);
        var apart = name.family() == null ? List.<String>of() : familyWords(name.family());
        var family = family(counted, house + 1, statistics);
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> role(apart.isEmpty() ? i == family : apart.contains(written.get(i)), i <= house))
                .toList();
    }

    private static Role role(boolean family, boolean house) {
        return family ? Role.FAMILY : house ? Role.HOUSE : Role.GIVEN;
    }

    /** Which word is the family name: the last one, unless what is known of the words says otherwise. */
    private static int family(List<String> counted, int first, RegistryStatistics statistics) {
        var last = counted.size() - 1;
        if (last < 0 || !statistics.knownAsGiven(counted.get(last))) {
            return last;
        }
        return first < last && statistics.knownAsFamily(counted.get(first)) ? first : -1;
    }

    private static List<String> familyWords(String family) {
        return BETWEEN.splitAsStream(family)
                .map(piece -> Romanised.of(NO_LETTER.matcher(piece).replaceAll(""), scriptOf(family)))
                .filter(word -> !word.isEmpty() && !LEFT_OUT.contains(word))
                .toList();
    }

    /** The words that are written out. */
    List<NameWord> words() {
        return parts.stream().filter(part -> !part.initialOnly()).toList();
    }

    long initials() {
        return parts.stream().filter(NameWord::initialOnly).count();
    }

    /** Its words and initials in one order, whatever the order in which they stand. */
    List<String> text() {
        return parts.stream().map(NameWord::text).sorted().toList();
    }

    boolean empty() {
        return parts.isEmpty();
    }

    /** Masked: a name is in no log. */
    @Override
    public String toString() {
        return "NameWords[" + parts.size() + " parts]";
    }
}
