package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the tables beside this class into fields. */
final class DictionaryReader {

    private DictionaryReader() {}

    static List<DictionaryField> read() {
        var answers = CsvTable.read(DictionaryReader.class, "coded-answers.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("field"), Collectors.mapping(DictionaryReader::answer, Collectors.toList())));
        return CsvTable.read(DictionaryReader.class, "data-dictionary.csv").stream()
                .map(row -> field(row, answers))
                .toList();
    }

    private static CodedAnswer answer(CsvTable.Row row) {
        return new CodedAnswer(row.text("code"), row.text("label"), row.yes("excludes_others"));
    }

    private static DictionaryField field(CsvTable.Row row, Map<String, List<CodedAnswer>> answers) {
        var name = row.text("name");
        return new DictionaryField(
                name,
                row.text("group"),
                row.text("definition"),
                FieldKind.valueOf(row.text("kind")),
                shapes(row.text("shapes")),
                row.yes("repeats"),
                optional(row.text("who")),
                optional(row.text("question")),
                optional(row.text("unit")),
                translations(row),
                answers.getOrDefault(name, List.of()),
                new Limits(
                        number(row.text("hard_min")),
                        number(row.text("hard_max")),
                        number(row.text("soft_min")),
                        number(row.text("soft_max"))),
                row.yes("registration"),
                row.yes("visit"),
                row.yes("past"),
                wording(row));
    }

    private static Set<AnswerShape> shapes(String codes) {
        var shapes = EnumSet.noneOf(AnswerShape.class);
        Arrays.stream(codes.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .map(AnswerShape::of)
                .forEach(shapes::add);
        return shapes;
    }

    private static List<Code> translations(CsvTable.Row row) {
        return Stream.of(
                        new Code(SystemUris.LOINC, row.text("loinc")),
                        new Code(SystemUris.SNOMED, row.text("snomed")),
                        new Code(SystemUris.ICD_10, row.text("icd10")))
                .filter(code -> !code.code().isEmpty())
                .toList();
    }

    private static Wording wording(CsvTable.Row row) {
        var words = row.text("words");
        var definition = row.text("definition");
        var fallback = definition.substring(0, 1).toLowerCase(Locale.ROOT) + definition.substring(1);
        return new Wording(words.isEmpty() ? fallback : words, row.text("example"));
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
