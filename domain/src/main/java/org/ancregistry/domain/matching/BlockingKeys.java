package org.ancregistry.domain.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * Numbers that two records of one woman are likely to share, so that among a million only a few hundred need comparing.
 * They only find; the scorer judges.
 *
 * @param births keys that are her birth date alone: many women share one, and it is looked up all the same
 * @param others keys that are to be passed over where too many women share one
 */
public record BlockingKeys(Set<Long> births, Set<Long> others) {

    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 4;
    private static final int MOST_PLACES = 3;

    public BlockingKeys {
        births = Set.copyOf(births);
        others = Set.copyOf(others);
    }

    public static BlockingKeys of(MatchPerson person) {
        var keys = new Building(person);
        keys.numbers();
        keys.birthDate();
        person.names().forEach(keys::name);
        return new BlockingKeys(keys.births, keys.others);
    }

    /** Every key, as it is written down. */
    public Set<Long> all() {
        var all = new LinkedHashSet<>(births);
        all.addAll(others);
        return all;
    }

    /** Collects the keys of one person. */
    private static final class Building {

        private final MatchPerson person;
        private final List<String> places;
        private final String year;
        private final Set<Long> births = new LinkedHashSet<>();
        private final Set<Long> others = new LinkedHashSet<>();

        Building(MatchPerson person) {
            this.person = person;
            var address = person.address();
            places = address == null
                    ? List.of()
                    : address.places().stream().sorted().limit(MOST_PLACES).toList();
            var born = person.said().birthDate();
            year = born == null ? "" : Integer.toString(born.getYear());
        }

        private void add(String kind, String... parts) {
            others.add(hash(kind + '|' + String.join("|", parts)));
        }

        void numbers() {
            var nationalId = person.said().nationalId();
            if (nationalId != null) {
                add("N", nationalId.whole());
                add("S", nationalId.serialPart());
            }
            if (person.phone() != null) {
                add("P", person.phone().lastNine());
            }
        }

        /** The first of January stands for a year of which the day is not known: half a district shares it. */
        void birthDate() {
            var born = person.said().birthDate();
            if (born == null) {
                return;
            }
            if (isDay(born)) {
                births.add(hash("D|" + born));
            } else {
                person.areas().forEach(area -> add("J", year, area));
            }
        }

        private static boolean isDay(LocalDate born) {
            return born.getDayOfYear() != 1;
        }

        void name(NameWords name) {
            var words = words(name);
            for (var word : words) {
                withPlaces(word);
            }
            pairs(words, this::pair);
            if (words.size() > 2) {
                triples(words);
            }
        }

        private static List<String> words(NameWords name) {
            var own = keys(name, false);
            return own.size() >= 2 ? own : keys(name, true);
        }

        private static List<String> keys(NameWords name, boolean withHouse) {
            return name.words().stream()
                    .filter(word -> withHouse || word.role() != Role.HOUSE)
                    .map(NameWord::key)
                    .filter(key -> key.length() >= SHORTEST)
                    .distinct()
                    .sorted()
                    .limit(MOST_WORDS)
                    .toList();
        }

        private void withPlaces(String word) {
            for (var place : places) {
                if (!year.isEmpty()) {
                    add("V", year, word, place);
                }
                add("L", word, place);
            }
        }

        private static void pairs(List<String> words, BiConsumer<String, String> use) {
            for (var i = 0; i < words.size(); i++) {
                for (var j = i + 1; j < words.size(); j++) {
                    use.accept(words.get(i), words.get(j));
                }
            }
        }

        private void pair(String one, String other) {
            if (!year.isEmpty()) {
                add("W", one, other, year);
            }
            places.forEach(place -> add("R", one, other, place));
            person.areas().forEach(area -> add("Q", one, other, area));
        }

        private void triples(List<String> words) {
            for (var i = 0; i < words.size(); i++) {
                var first = words.get(i);
                pairs(words.subList(i + 1, words.size()), (second, third) -> add("3", first, second, third));
            }
        }
    }

    /** 64 bits of FNV-1a, well mixed: among a million women's keys two different ones hardly ever fall together. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /** Masked: who shares a key is nobody's business. */
    @Override
    public String toString() {
        return "BlockingKeys[" + (births.size() + others.size()) + "]";
    }
}
