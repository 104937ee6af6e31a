package org.ancregistry.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Published test vectors, read row by row without the heading. */
public final class CsvRows {

    private CsvRows() {}

    public static List<String[]> of(Class<?> beside, String file) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
