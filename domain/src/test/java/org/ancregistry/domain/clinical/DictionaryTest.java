package org.ancregistry.domain.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the dictionary against the merged one that says where each code was seen. */
class DictionaryTest {

    private static final Set<String> SEEN = Set.of("WHO", "IPS", "R4", "DAK", "LOINC");

    private static final String MERGED = "merged-dictionary.csv";
    private static final String BEYOND_MERGED = "beyond-merged.csv";

    private final Dictionary dictionary = Dictionary.anc();

    @Test
    void hasEveryFieldOfTheMergedDictionary() {
        var merged = CsvTable.read(DictionaryTest.class, MERGED);
        assertThat(merged).hasSize(192);
        var beyond = names(BEYOND_MERGED);
        assertThat(dictionary.fields().stream().map(DictionaryField::name).filter(name -> !beyond.contains(name)))
                .containsExactlyElementsOf(names(MERGED));
    }

    /** What the merged one lacks stands in a table of its own, each with where its codes were seen. */
    @Test
    void hasNothingElseThanIsNamedWithItsSource() {
        assertThat(CsvTable.read(DictionaryTest.class, BEYOND_MERGED))
                .allSatisfy(row -> assertThat(row.text("source")).isNotBlank());
        assertThat(dictionary.fields().stream().map(DictionaryField::name))
                .containsAll(names(BEYOND_MERGED))
                .hasSize(names(MERGED).size() + names(BEYOND_MERGED).size());
    }

    private static List<String> names(String table) {
        return CsvTable.read(DictionaryTest.class, table).stream()
                .map(row -> row.text("field"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {MERGED, BEYOND_MERGED})
    void carriesTheConfirmedTranslationsAndNoneFromMemory(String table) {
        for (var row : CsvTable.read(DictionaryTest.class, table)) {
            var field = dictionary.require(row.text("field"));
            if (field.name().equals("prev_instrumental")) {
                // ICD-10 O81.3 was confirmed as a code, and says forceps where the field says forceps or vacuum.
                continue;
            }
            assertThat(field.translations().stream().map(Code::code))
                    .as(field.name())
                    .containsExactlyElementsOf(confirmed(row.text("code_check")));
        }
    }

    private static List<String> confirmed(String check) {
        var codes = new ArrayList<String>();
        for (var part : check.split("; ", -1)) {
            var words = part.split("[ :]", -1);
            if (words.length == 3 && !words[0].equals("W") && SEEN.contains(words[2])) {
                codes.add(words[1]);
            }
        }
        return codes;
    }

    @Test
    void leavesOutTheRecalledCodeOfHaemoglobin() {
        var haemoglobin = dictionary.require("haemoglobin");
        assertThat(haemoglobin.translations()).isEmpty();
        assertThat(haemoglobin.primary()).isEqualTo(new Code(SystemUris.WHO_ANC, "ANC.B9.DE186"));
        assertThat(haemoglobin.unit()).isEqualTo("g/dL");
        assertThat(haemoglobin.kind()).isEqualTo(FieldKind.QUANTITY);
        assertThat(dictionary.fieldOf(haemoglobin.primary())).contains(haemoglobin);
    }

    /** WHO's ANC.B6.DE42 is forceps alone, and ANC.B6.DE146 that somebody asked about alcohol. */
    @Test
    void givesItsOwnCodeWhereWhosSaysSomethingElse() {
        var instrumental = dictionary.require("prev_instrumental");
        assertThat(instrumental.primary()).isEqualTo(new Code(SystemUris.DICTIONARY, "prev-instrumental"));
        assertThat(instrumental.translations()).isEmpty();
        assertThat(dictionary.require("alcohol_substances").primary())
                .isEqualTo(new Code(SystemUris.DICTIONARY, "alcohol-substances"));
    }

    @Test
    void givesItsOwnCodeWhereWhoHasNone() {
        assertThat(dictionary.require("living_children").primary())
                .isEqualTo(new Code(SystemUris.DICTIONARY, "living-children"));
        assertThat(dictionary
                        .require("urine_protein")
                        .answer("urine-protein-trace")
                        .orElseThrow()
                        .coding())
                .isEqualTo(new Code(SystemUris.DICTIONARY, "urine-protein-trace"));
    }

    @Test
    void takesItsLimitsFromTheClinicalBudgets() {
        limits("systolic", "40", "300", "80", "140");
        limits("diastolic", "20", "200", "50", "90");
        limits("haemoglobin", "2", "22", "7", "16");
        limits("height", "100", "220", "135", "180");
        limits("fhr", "50", "240", "110", "160");
        limits("temperature", "30", "44", "36", "38");
        limits("spo2", "50", "100", "95", "100");
        limits("pulse", "30", "220", "60", "100");
        limits("gravida", "1", "20", "1", "10");
    }

    private void limits(String field, String... expected) {
        assertThat(dictionary.require(field).limits())
                .as(field)
                .isEqualTo(new Limits(
                        new BigDecimal(expected[0]),
                        new BigDecimal(expected[1]),
                        new BigDecimal(expected[2]),
                        new BigDecimal(expected[3])));
    }

    /** LOINC has one list of answers for all questions of an instrument. */
    @Test
    void everyChoiceHasAnswersAndEveryAnswerItsOwnCode() {
        var codes = new HashSet<String>();
        for (var field : dictionary.fields()) {
            if (field.takes(AnswerShape.CHOSEN)) {
                assertThat(field.answers()).as(field.name()).hasSizeGreaterThan(1);
            }
            field.answers().stream()
                    .filter(answer -> !answer.coding().system().equals(SystemUris.LOINC))
                    .forEach(answer -> assertThat(codes.add(answer.code()))
                            .as(answer.code())
                            .isTrue());
        }
    }

    @Test
    void everyAnsweredFieldTakesSomeFormOfAnswerAndEveryMeasurementHasAUnit() {
        for (var field : dictionary.fields()) {
            assertThat(field.shapes().isEmpty())
                    .as(field.name())
                    .isEqualTo(!field.kind().answered());
            assertThat(field.takes(AnswerShape.MEASURED) && field.unit() == null)
                    .as(field.name())
                    .isFalse();
        }
    }

    @Test
    void knowsTheQuestionBehindASignOrAnIllness() {
        assertThat(dictionary.require("danger_fever").question()).isEqualTo("ANC.B5.DE48");
        assertThat(dictionary.require("hx_epilepsy").question()).isEqualTo("ANC.B6.DE83");
        assertThat(dictionary.require("prev_gdm").question()).isEqualTo("ANC.B6.DE34");
    }

    @Test
    void saysWhenCodeNamesAFieldThatIsNotThere() {
        assertThat(dictionary.field("haemoglobine")).isEmpty();
        assertThatThrownBy(() -> dictionary.require("haemoglobine")).hasMessageContaining("haemoglobine");
    }

    @Test
    void understandsLoincWhereOneFieldHasItAndTakesAPressureForAFirstReading() {
        var dictionary = Dictionary.anc();
        assertThat(dictionary.fieldOfLoinc(new Code(SystemUris.LOINC, "8480-6")))
                .get()
                .extracting(DictionaryField::name)
                .isEqualTo("systolic");
        assertThat(dictionary.fieldOfLoinc(new Code(SystemUris.LOINC, "93857-1")))
                .isEmpty();
    }
}
