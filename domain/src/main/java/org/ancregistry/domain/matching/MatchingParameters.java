package org.ancregistry.domain.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each level of each field is seen for the same woman, for an unrelated one and for a relative: what makes
 * agreement weigh. Shipped with a start; a country estimates them again from its own records.
 */
public final class MatchingParameters {

    private static final String HEADING = "field,level,match,unrelated,relative";
    private static final List<Level> LEVELS = Stream.<Level[]>of(
                    FamilyLevel.values(),
                    GivenLevel.values(),
                    InitialsLevel.values(),
                    HouseLevel.values(),
                    BirthDateLevel.values(),
                    NationalIdLevel.values(),
                    PhoneLevel.values(),
                    AddressLevel.values(),
                    DoorLevel.values(),
                    RoadLevel.values(),
                    AreaLevel.values(),
                    GenderLevel.values())
            .flatMap(Arrays::stream)
            .toList();
    private static final MatchingParameters SHIPPED = shippedTable();

    private final Map<Level, Likelihoods> likelihoods;

    MatchingParameters(Map<Level, Likelihoods> likelihoods) {
        this.likelihoods = Map.copyOf(likelihoods);
        LEVELS.forEach(this::of);
    }

    /** The start that is shipped. */
    public static MatchingParameters shipped() {
        return SHIPPED;
    }

    private static MatchingParameters shippedTable() {
        try (var in = Objects.requireNonNull(
                        MatchingParameters.class.getResourceAsStream("matching-parameters.csv"),
                        "matching-parameters.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table with the columns field, level, match, unrelated and relative.
     *
     * @throws IllegalArgumentException when a level is missing or a line says nothing
     */
    public static MatchingParameters read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
            throw new IllegalArgumentException("The parameters begin with the line " + HEADING);
        }
        var rows = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0] + "," + cells[1], MatchingParameters::likelihoods));
        var byLevel = new LinkedHashMap<Level, Likelihoods>();
        for (var level : LEVELS) {
            var row = rows.get(key(level));
            if (row != null) {
                byLevel.put(level, row);
            }
        }
        return new MatchingParameters(byLevel);
    }

    private static Likelihoods likelihoods(String[] cells) {
        return new Likelihoods(
                Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
    }

    private static String key(Level level) {
        return level.field() + "," + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the table that {@link #read} reads. */
    public List<String> table() {
        return Stream.concat(Stream.of(HEADING), LEVELS.stream().map(level -> {
                    var row = of(level);
                    return String.format(
                            Locale.ROOT, "%s,%.6g,%.6g,%.6g", key(level), row.match(), row.unrelated(), row.relative());
                }))
                .toList();
    }

    /**
     * Whether the level is one that records can teach: a missing value weighs nothing, and no two records can have one
     * national ID number, so that those who are on record twice are just those whose numbers differ or are missing.
     */
    boolean says(Level level) {
        return !of(level).equals(Likelihoods.NEUTRAL)
                && !(level instanceof NationalIdLevel)
                && level != GenderLevel.DIFFERENT;
    }

    MatchingParameters withMatch(Map<Level, Double> shares) {
        return with(shares, (old, share) -> new Likelihoods(share, old.unrelated(), old.relative()));
    }

    MatchingParameters withUnrelated(Map<Level, Double> shares) {
        return with(shares, (old, share) -> new Likelihoods(old.match(), share, old.relative()));
    }

    MatchingParameters withRelative(Map<Level, Double> shares) {
        return with(shares, (old, share) -> new Likelihoods(old.match(), old.unrelated(), share));
    }

    private MatchingParameters with(Map<Level, Double> shares, BiFunction<Likelihoods, Double, Likelihoods> change) {
        var changed = new LinkedHashMap<>(likelihoods);
        shares.forEach((level, share) -> changed.compute(level, (same, old) -> change.apply(of(level), share)));
        return new MatchingParameters(changed);
    }

    /** The same, each likelihood at most so many times as large or as small as what is known. */
    MatchingParameters within(double factor, MatchingParameters known) {
        var held = new LinkedHashMap<Level, Likelihoods>();
        likelihoods.forEach((level, learned) -> held.put(level, learned.within(factor, known.of(level))));
        return new MatchingParameters(held);
    }

    static List<Level> levels() {
        return LEVELS;
    }

    Likelihoods of(Level level) {
        var found = likelihoods.get(level);
        if (found == null) {
            throw new IllegalArgumentException("The parameters lack " + key(level) + ".");
        }
        return found;
    }
}
