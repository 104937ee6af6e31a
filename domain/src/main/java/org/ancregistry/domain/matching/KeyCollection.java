package org.ancregistry.domain.matching;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Collects the keys of one person. Each letter is a kind of key. */
final class KeyCollection {

    private static final int MOST_PLACES = 3;

    private final MatchPerson person;
    private final List<String> places;
    private final String year;
    private final Set<Long> births = new LinkedHashSet<>();
    private final Set<Long> others = new LinkedHashSet<>();
    private final Set<Long> numbers = new LinkedHashSet<>();
    private final Set<Long> shared = new LinkedHashSet<>();

    KeyCollection(MatchPerson person) {
        this.person = person;
        var address = person.address();
        places = address == null
                ? List.of()
                : address.places().stream().sorted().limit(MOST_PLACES).toList();
        var born = person.said().birthDate();
        year = born == null ? "" : Integer.toString(born.getYear());
    }

    private void add(String kind, String... parts) {
        others.add(KeyHash.of(kind + '|' + String.join("|", parts)));
    }

    void numbers() {
        var nationalId = person.said().nationalId();
        if (nationalId != null) {
            numbers.add(KeyHash.of("N|" + nationalId.whole()));
            numbers.add(KeyHash.of("S|" + nationalId.serialPart()));
        }
        if (person.phone() != null) {
            var phone = KeyHash.of("P|" + person.phone().lastNine());
            others.add(phone);
            shared.add(phone);
        }
    }

    Set<Long> strong() {
        var strong = new LinkedHashSet<>(births);
        strong.addAll(numbers);
        strong.addAll(shared);
        return strong;
    }

    /** The first of January stands for a year of which the day is not known: half a district shares it. */
    void birthDate() {
        var born = person.said().birthDate();
        if (born == null) {
            return;
        }
        if (isDay(born)) {
            births.add(KeyHash.of("D|" + born));
        } else {
            person.areas().forEach(area -> add("J", year, area));
        }
    }

    /** In a year's women of one area a word is rare. Where only the year is known, it may be one off. */
    private void withAreas(String word) {
        var born = person.said().birthDate();
        if (born != null) {
            var off = isDay(born) ? 0 : 1;
            IntStream.rangeClosed(born.getYear() - off, born.getYear() + off)
                    .forEach(near -> person.areas().forEach(area -> add("A", Integer.toString(near), word, area)));
        }
    }

    private static boolean isDay(LocalDate born) {
        return born.getDayOfYear() != 1;
    }

    void name(NameWords name) {
        var words = NameKeys.words(name);
        for (var word : words) {
            withPlaces(word);
            withHouses(word);
            withBirthDate(word);
            withAreas(word);
        }
        withInitial(name);
        pairs(words, this::pair);
        if (words.size() > 2) {
            triples(words);
        }
    }

    /**
     * Many a Tamil woman writes her own name and her father's initial: the first letter of his name, where that is written
     * out, takes the place of the second word of a pair.
     */
    private void withInitial(NameWords name) {
        var parts = name.parts();
        if (parts.size() == 2) {
            withInitial(parts.get(0), parts.get(1));
            withInitial(parts.get(1), parts.get(0));
        }
    }

    private void withInitial(NameWord word, NameWord other) {
        if (NameKeys.tells(word)) {
            var letter = Character.toString(Initial.ofFather(other.text()));
            person.areas().forEach(area -> add("I", word.key(), letter, area));
        }
    }

    private void withPlaces(String word) {
        for (var place : places) {
            if (!year.isEmpty()) {
                add("V", year, word, place);
            }
            add("L", word, place);
        }
    }

    private void withHouses(String word) {
        houses().forEach(house -> add("H", word, house));
    }

    private Set<String> houses() {
        var address = person.address();
        return address == null ? Set.of() : address.houses();
    }

    /**
     * Her household: few live in one house. And her road, for who has no house number, or names another village; and who
     * was born in her year in her village of that town, for who has neither.
     */
    void house() {
        var address = person.address();
        var roads = address == null ? Set.<String>of() : address.streets();
        if (!year.isEmpty()) {
            pairs(places, (one, other) -> add("G", year, one, other));
        }
        houses().forEach(house -> places.forEach(place -> add("B", house, place)));
        roads.forEach(road -> places.forEach(place -> add("T", road, place)));
        roads.forEach(road -> houses().forEach(house -> add("T", road, house)));
    }

    /** A slip in the year or in the day; a woman who writes one word of her name has no pair of them to be found by. */
    private void withBirthDate(String word) {
        var born = person.said().birthDate();
        if (born != null && isDay(born)) {
            add("M", word, MonthDay.from(born).toString());
            add("Y", word, YearMonth.from(born).toString());
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
            var bornThatYear = KeyHash.of(String.join("|", "W", one, other, year));
            others.add(bornThatYear);
            shared.add(bornThatYear);
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

    BlockingKeys keys() {
        return new BlockingKeys(births, others, numbers, strong());
    }
}
