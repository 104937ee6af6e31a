package org.ancregistry.server.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.Demographics;

/**
 * Records of which it is known which are of one person.
 *
 * @param name what to call it in the table
 * @param records all of them
 * @param truth the pairs of records that are of one person, each as the two places in {@code records}
 */
record Sample(String name, List<Labelled> records, Set<Pair> truth) {

    /**
     * One record.
     *
     * @param id as the file calls it
     * @param group language group, for figures by group
     * @param area the area that cares for her; empty when the file does not say
     */
    record Labelled(String id, String group, Set<String> area, Demographics said) {}

    /** Two places, the lower one first. */
    record Pair(int one, int other) {

        static Pair of(int one, int other) {
            return one < other ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** The same without national ID numbers. */
    Sample withoutNumbers() {
        var bare = records.stream()
                .map(record -> new Labelled(record.id, record.group, record.area, record.said.with(null)))
                .toList();
        return new Sample(name + ", no ID number", bare, truth);
    }

    /** Pairs of records that lie in groups. */
    static Set<Pair> pairs(List<List<Integer>> groups) {
        return groups.stream().flatMap(group -> within(group).stream()).collect(Collectors.toSet());
    }

    private static Set<Pair> within(List<Integer> group) {
        return group.stream()
                .flatMap(one -> group.stream().filter(other -> one < other).map(other -> Pair.of(one, other)))
                .collect(Collectors.toSet());
    }
}
