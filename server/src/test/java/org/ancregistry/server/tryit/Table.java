package org.ancregistry.server.tryit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small table of the demo, one row a line, so that its story can be read and changed without reading a program. */
final class Table {

    private static final String BETWEEN_COLUMNS = ";";
    private static final String BETWEEN_PARTS = ",";

    private Table() {}

    /** The rows of {@code /demo/<name>}, each by the names in the first line. */
    static List<Map<String, String>> rows(String name) {
        var lines = text("/demo/" + name).lines().toList();
        var columns = lines.get(0).split(BETWEEN_COLUMNS, -1);
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    /** The parts of a cell; none of an empty one. */
    static List<String> parts(String cell) {
        return Stream.of(cell.split(BETWEEN_PARTS, -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        var cells = line.split(BETWEEN_COLUMNS, -1);
        if (cells.length != columns.length) {
            throw new IllegalArgumentException("Not " + columns.length + " columns: " + line);
        }
        return IntStream.range(0, columns.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(column -> columns[column], column -> cells[column]));
    }

    private static String text(String resource) {
        try (var stream = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
