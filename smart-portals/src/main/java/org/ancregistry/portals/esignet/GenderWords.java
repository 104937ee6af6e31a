package org.ancregistry.portals.esignet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.person.Gender;

/** Identity systems write the gender as a word of their own language. A word that is not known says nothing. */
final class GenderWords {

    private static final Map<Gender, List<String>> COMMON = Map.of(
            Gender.FEMALE, List.of("female", "f", "woman", "ස්ත්‍රී", "ගැහැණු", "කාන්තා", "பெண்"),
            Gender.MALE, List.of("male", "m", "man", "පුරුෂ", "පිරිමි", "ஆண்"),
            Gender.OTHER, List.of("other", "others", "වෙනත්", "மற்றவை"));

    private final Map<String, Gender> words = new HashMap<>();

    GenderWords(Map<Gender, Set<String>> configured) {
        COMMON.forEach((gender, spellings) -> spellings.forEach(word -> words.put(plain(word), gender)));
        configured.forEach((gender, spellings) -> spellings.forEach(word -> words.put(plain(word), gender)));
    }

    Optional<Gender> of(String word) {
        return Optional.ofNullable(words.get(plain(word)));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
