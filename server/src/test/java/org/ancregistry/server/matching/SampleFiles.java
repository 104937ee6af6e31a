package org.ancregistry.server.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.server.matching.Sample.Labelled;
import org.ancregistry.server.matching.Sample.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Reads sets of records from a folder that the reader has: FEBRL 1 to 3 (as {@code dataset1.csv} …) and
 * {@code mothers-20k}. The project holds no copy of them.
 */
final class SampleFiles {

    static final NationalIdHasher HASHER =
            new NationalIdHasher("a key for measuring, 32 bytes long".getBytes(StandardCharsets.US_ASCII));

    private final Path folder;

    SampleFiles(Path folder) {
        this.folder = folder;
    }

    /** Those that are there. */
    List<Sample> all() {
        var samples = new ArrayList<Sample>();
        IntStream.rangeClosed(1, 3)
                .filter(number -> Files.exists(folder.resolve("dataset" + number + ".csv")))
                .mapToObj(this::febrl)
                .forEach(samples::add);
        if (Files.exists(folder.resolve("mothers-20k"))) {
            var mothers = mothers();
            samples.add(mothers);
            samples.add(mothers.withoutNumbers());
        }
        return samples;
    }

    Sample febrl(int number) {
        var rows = rows(folder.resolve("dataset" + number + ".csv"));
        var records = rows.stream().map(SampleFiles::australian).toList();
        var groups = IntStream.range(0, records.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> records.get(i).id().split("-", -1)[1]));
        return new Sample("FEBRL " + number, records, Sample.pairs(List.copyOf(groups.values())));
    }

    private static Labelled australian(Map<String, String> row) {
        var name = (row.get("given_name") + " " + row.get("surname")).strip();
        var street = (row.get("street_number") + " " + row.get("address_1") + ", " + row.get("address_2")).strip();
        var said = new Demographics(
                name.isEmpty()
                        ? List.of()
                        : List.of(new PersonName(name, null, part(row, "given_name"), part(row, "surname"))),
                date(row.getOrDefault("date_of_birth", ""), DateTimeFormatter.BASIC_ISO_DATE),
                null,
                new PostalAddress(null, street, part(row, "suburb"), part(row, "state"), part(row, "postcode"), null),
                socialSecurity(row.getOrDefault("soc_sec_id", "")),
                null,
                null);
        return new Labelled(row.get("rec_id"), "", Set.of(), said);
    }

    /** A number without a birth date in it, in which digits may be mistaken: compared as a phone number is. */
    private static @Nullable String socialSecurity(String number) {
        return number.isEmpty() ? null : "00" + number;
    }

    Sample mothers() {
        var rows = rows(folder.resolve("mothers-20k/registry.csv"));
        var records = rows.stream().map(SampleFiles::mother).toList();
        var places = new HashMap<String, Integer>();
        IntStream.range(0, records.size())
                .forEach(i -> places.put(records.get(i).id(), i));
        var truth = new HashSet<Pair>();
        rows(folder.resolve("mothers-20k/truth_pairs.csv"))
                .forEach(row -> truth.add(Pair.of(places.get(row.get("rec_a")), places.get(row.get("rec_b")))));
        return new Sample("mothers-20k", records, truth);
    }

    static Labelled mother(Map<String, String> row) {
        var text = row.getOrDefault("address", "");
        var district = part(row, "district");
        var address = text.isEmpty() && district == null
                ? null
                : new PostalAddress(text.isEmpty() ? null : text, null, null, district, null, null);
        var said = new Demographics(
                Optional.ofNullable(part(row, "name")).map(PersonName::of).stream()
                        .toList(),
                date(row.getOrDefault("dob", ""), DateTimeFormatter.ISO_LOCAL_DATE),
                "F".equals(row.get("sex")) ? Gender.FEMALE : null,
                address,
                part(row, "phone"),
                null,
                NationalId.parse(row.getOrDefault("nic", "")).map(HASHER::hash).orElse(null));
        var area = Optional.ofNullable(part(row, "moh")).map(Set::of).orElse(Set.of());
        return new Labelled(row.get("rec_id"), row.getOrDefault("eth", ""), area, said);
    }

    private static @Nullable String part(Map<String, String> row, String column) {
        var value = row.getOrDefault(column, "");
        return value.isEmpty() ? null : value;
    }

    private static @Nullable LocalDate date(String text, DateTimeFormatter format) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, format);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static List<Map<String, String>> rows(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var heads = cells(lines.get(0));
            return lines.stream().skip(1).map(line -> row(heads, cells(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> heads, List<String> cells) {
        var row = new HashMap<String, String>();
        IntStream.range(0, cells.size()).forEach(i -> row.put(heads.get(i), cells.get(i)));
        return row;
    }

    /** Comma-separated cells; one with a comma in it stands in quotation marks. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
