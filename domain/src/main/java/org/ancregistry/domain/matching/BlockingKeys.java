package org.ancregistry.domain.matching;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Numbers that two records of one woman are likely to share, so that among a million only a few hundred need comparing.
 * They only find; the scorer judges.
 *
 * @param births keys that are her birth date alone: many women share one, and it is looked up all the same
 * @param others keys that are to be passed over where too many women share one
 * @param numbers keys of her national ID number, which a registry keeps apart from her record
 * @param strong those of which two records of one woman almost always share one: whoever registers her takes them first
 */
public record BlockingKeys(Set<Long> births, Set<Long> others, Set<Long> numbers, Set<Long> strong) {

    public BlockingKeys {
        births = Set.copyOf(births);
        others = Set.copyOf(others);
        numbers = Set.copyOf(numbers);
        strong = Set.copyOf(strong);
    }

    public static BlockingKeys of(MatchPerson person) {
        var keys = new KeyCollection(person);
        keys.numbers();
        keys.birthDate();
        keys.house();
        person.names().forEach(keys::name);
        return keys.keys();
    }

    /** The keys of what her record itself says. */
    public Set<Long> ofRecord() {
        var all = new LinkedHashSet<>(births);
        all.addAll(others);
        return all;
    }

    /** Those that few share: without her birth date. */
    public BlockingKeys narrow() {
        return new BlockingKeys(Set.of(), others, numbers, strong);
    }

    /** Every key. */
    public Set<Long> all() {
        var all = new LinkedHashSet<>(ofRecord());
        all.addAll(numbers);
        return all;
    }

    /** Masked: who shares a key is nobody's business. */
    @Override
    public String toString() {
        return "BlockingKeys[" + all().size() + "]";
    }
}
