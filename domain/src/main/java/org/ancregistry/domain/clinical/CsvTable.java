package org.ancregistry.domain.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a comma-separated table: one record a line, quotes round a cell with a comma. */
public final class CsvTable {

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

    private CsvTable() {}

    /** The table of that name beside the class. */
    public static List<Row> read(Class<?> beside, String file) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A table that somebody gives.
     *
     * @throws IllegalArgumentException when a line has more or fewer cells than the heading
     */
    public static List<Row> parse(String text) {
        return rows(text.lines());
    }

    private static List<Row> rows(Stream<String> text) {
        var lines = text.filter(line -> !line.isBlank()).map(CsvTable::cells).toList();
        return lines.stream().skip(1).map(cells -> Row.of(lines.get(0), cells)).toList();
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = CELL.matcher(line);
        while (cell.find()) {
            var quoted = cell.group(1);
            cells.add(quoted == null ? cell.group(2) : quoted.replace("\"\"", "\""));
            if (cell.end() == line.length() && !line.endsWith(",")) {
                break;
            }
        }
        return cells;
    }

    /** One line, its cells by the heading's names. */
    public record Row(Map<String, String> cells) {

        static Row of(List<String> heading, List<String> values) {
            if (heading.size() != values.size()) {
                throw new IllegalArgumentException("A line of the table has " + values.size() + " cells: " + values);
            }
            var cells = new HashMap<String, String>();
            for (var i = 0; i < heading.size(); i++) {
                cells.put(heading.get(i), values.get(i));
            }
            return new Row(cells);
        }

        /** The cell of that column, which may be empty. */
        public String text(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("The table has no column " + column + ".");
            }
            return cell;
        }

        public boolean yes(String column) {
            return text(column).equals("yes");
        }
    }
}
