package org.ancregistry.domain.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ancregistry.domain.matching.NameWord.Role;

/**
 * How common names and places are among the women of a registry, and where a word stands in a name. A rare name that
 * agrees says more than Perera does, and a word that stands last on nearly every record is a family name wherever it
 * stands.
 */
public final class RegistryStatistics {

    /** Nothing is known: every name weighs alike, and the last word is the family name. */
    public static final RegistryStatistics NONE = new RegistryStatistics(Map.of(), Map.of(), 0);

    private static final long FEWEST_WOMEN = 1_000;
    private static final long FEWEST_BEARERS = 20;
    private static final double FAMILY_FROM = 0.7;
    private static final double LEAST_RARITY = 0.1;
    private static final double MOST_RARITY = 50;

    private final Map<String, Use> uses;
    private final Map<String, Use> bySkeleton;
    private final Map<String, Long> places;
    private final long women;
    private final double typicalFamily;
    private final double typicalGiven;

    /**
     * How often a word was met.
     *
     * @param last as the last word of a name of several words
     * @param before as another, the name of a house apart
     */
    public record Use(long last, long before) {

        Use plus(boolean isLast) {
            return isLast ? new Use(last + 1, before) : new Use(last, before + 1);
        }

        Use plus(Use other) {
            return new Use(last + other.last, before + other.before);
        }

        long all() {
            return last + before;
        }

        boolean family() {
            return last >= FAMILY_FROM * all();
        }
    }

    /**
     * @param uses of names, by what the word is counted by ({@link NameWord#counted})
     * @param places how many women's addresses have a word, by its skeleton
     * @param women how many were counted
     */
    public RegistryStatistics(Map<String, Use> uses, Map<String, Long> places, long women) {
        this.uses = Map.copyOf(uses);
        this.bySkeleton = uses.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        use -> Skeleton.ofCounted(use.getKey()), Map.Entry::getValue, Use::plus));
        this.places = Map.copyOf(places);
        this.women = women;
        this.typicalFamily = typical(true);
        this.typicalGiven = typical(false);
    }

    private double typical(boolean family) {
        return bySkeleton.values().stream()
                .filter(use -> use.family() == family)
                .mapToDouble(use -> Math.pow((double) use.all() / women, 2))
                .sum();
    }

    /** By how much the word is rarer than names of its kind that agree by chance usually are: those of one skeleton agree. */
    double rarity(String skeleton, Role role) {
        if (women < FEWEST_WOMEN || role == Role.HOUSE) {
            return 1;
        }
        var use = bySkeleton.get(skeleton);
        var share = Math.max(use == null ? 0.5 : use.all(), 0.5) / women;
        var typical = role == Role.FAMILY ? typicalFamily : typicalGiven;
        return Math.max(LEAST_RARITY, Math.min(MOST_RARITY, typical / share));
    }

    /** Which share of the women have that word in their address; empty when too few women are known to say. */
    OptionalDouble shareOfPlace(String skeleton) {
        return women < FEWEST_WOMEN
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(places.getOrDefault(skeleton, 1L), 1.0) / women);
    }

    /** Whether the word is known as a family name; nobody knows of a rare one. */
    boolean knownAsFamily(String counted) {
        var use = uses.get(counted);
        return use != null && use.all() >= FEWEST_BEARERS && use.family();
    }

    /** Whether the word is known as something else than a family name. */
    boolean knownAsGiven(String counted) {
        var use = uses.get(counted);
        return use != null && use.all() >= FEWEST_BEARERS && !use.family();
    }

    /** Counts names one after the other. */
    public static final class Counting {

        private final Map<String, Use> uses = new HashMap<>();
        private final Map<String, Long> places = new HashMap<>();
        private long women;

        public void add(MatchPerson person) {
            women++;
            person.names().stream().findFirst().ifPresent(this::add);
            if (person.address() != null) {
                person.address().places().forEach(place -> places.merge(place, 1L, Long::sum));
            }
        }

        private void add(NameWords name) {
            var words = name.words();
            var last = words.size() - 1;
            for (var i = 0; i <= last && name.parts().size() > 1; i++) {
                var word = words.get(i);
                var isLast = i == last;
                if (word.role() != Role.HOUSE) {
                    uses.merge(word.counted(), new Use(0, 0).plus(isLast), Use::plus);
                }
            }
        }

        public Map<String, Use> uses() {
            return Map.copyOf(uses);
        }

        public Map<String, Long> places() {
            return Map.copyOf(places);
        }

        public RegistryStatistics statistics() {
            return new RegistryStatistics(uses, places, women);
        }
    }
}
