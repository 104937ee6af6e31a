package org.ancregistry.server.matching;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ancregistry.server.matching.Sample.Pair;

/** How many of the pairs that are of one person were said to be, and how many of those that were said to be are. */
record Accuracy(Sample sample, String judge, Set<Pair> said, double candidateRecall) {

    static final String HEAD = String.format(
            Locale.ROOT,
            "%-26s %-34s %9s %9s %9s %9s  %s",
            "records",
            "judge",
            "keys",
            "precision",
            "recall",
            "F1",
            "recall by group");

    double precision() {
        return said.isEmpty() ? 1 : right() / (double) said.size();
    }

    double recall() {
        return right() / (double) sample.truth().size();
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    private long right() {
        return said.stream().filter(sample.truth()::contains).count();
    }

    /** Recall by language group, the larger groups only. */
    Map<String, Double> byGroup() {
        var byGroup = new TreeMap<String, Double>();
        sample.truth().stream()
                .collect(Collectors.groupingBy(
                        pair -> sample.records().get(pair.one()).group(), Collectors.toSet()))
                .forEach((group, pairs) -> {
                    if (!group.isEmpty() && pairs.size() >= 50) {
                        var found = new HashSet<>(pairs);
                        found.retainAll(said);
                        byGroup.put(group, found.size() / (double) pairs.size());
                    }
                });
        return byGroup;
    }

    @Override
    public String toString() {
        var groups = byGroup().entrySet().stream()
                .map(group -> String.format(Locale.ROOT, "%s %.3f", group.getKey(), group.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-26s %-34s %9.4f %9.4f %9.4f %9.4f  %s",
                sample.name(),
                judge,
                candidateRecall,
                precision(),
                recall(),
                f1(),
                groups);
    }
}
