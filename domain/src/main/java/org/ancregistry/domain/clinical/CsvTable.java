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

/** Reads a comma-separated table that lies beside the code: one record a line, quotes round a cell with a comma. */
final class CsvTable {

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

    private CsvTable() {}

    static List<Row> read(String file) {
        try (var in = Objects.requireNonNull(CsvTable.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var lines = reader.lines().map(CsvTable::cells).toList();
            var heading = lines.get(0);
            return lines.stream().skip(1).map(cells -> Row.of(heading, cells)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    record Row(Map<String, String> cells) {

        static Row of(List<String> heading, List<String> values) {
            if (heading.size() != values.size()) {
                throw new IllegalStateException("A line of the table has " + values.size() + " cells: " + values);
            }
            var cells = new HashMap<String, String>();
            for (var i = 0; i < heading.size(); i++) {
                cells.put(heading.get(i), values.get(i));
            }
            return new Row(cells);
        }

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        boolean yes(String column) {
            return text(column).equals("yes");
        }
    }
}
