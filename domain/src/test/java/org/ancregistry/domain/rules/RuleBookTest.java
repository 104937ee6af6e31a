package org.ancregistry.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.CsvTable;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    /** Lines of the decision table that are worked out elsewhere, and by what. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "C-GA", "Dating",
            "C-EDD", "DatingEvidence",
            "C-BMI", "Bodies",
            "V-GPC", "Contradictions and Unusual",
            "S-NEXT", "ContactSchedule",
            "G-RISK", "Assessment",
            "R-MED-*", "the rules R-MED-HEART and the like");

    private static final Set<String> PROTECTIVE =
            Set.of("R-ANAEMIA-SEVERE", "R-BP-SEVERE-1", "R-NOFHR", "R-MOVEMENT", "R-FEVER");

    private static final String HEADING = "id,version,title,severity,when,state,reason,source,action,core,thresholds\n";

    private final RuleBook book = RuleBook.shipped();

    @Test
    void knowsEveryLineOfTheDecisionTable() {
        var ids = book.definitions().stream().map(RuleDefinition::id).toList();
        var table = CsvTable.read(RuleBookTest.class, "decision-rules.csv");
        assertThat(table).hasSize(68);
        assertThat(table)
                .extracting(row -> row.text("rule_id"))
                .filteredOn(id -> !ELSEWHERE.containsKey(id))
                .isSubsetOf(ids);
        assertThat(ids).doesNotHaveDuplicates().hasSize(68 - ELSEWHERE.size() + 9);
    }

    @Test
    void shipsOffWhatRestsOnGeneralKnowledgeOrIsContestedAndSaysWhy() {
        var off = book.definitions().stream().filter(rule -> !rule.on()).toList();
        assertThat(off)
                .extracting(RuleDefinition::id)
                .containsExactlyInAnyOrder(
                        "R-PROTEIN",
                        "R-PPBS",
                        "R-SHORT",
                        "R-INTERVAL",
                        "R-MALPRES",
                        "R-SFH",
                        "R-SFH-STATIC",
                        "R-WEIGHT-GAIN",
                        "R-RECURRENT-LOSS",
                        "R-PRAEVIA");
        assertThat(off).allSatisfy(rule -> assertThat(rule.reason()).containsAnyOf("General knowledge", "Contested"));
    }

    @Test
    void shipsProtectiveRulesOnThatAwaitConfirmation() {
        assertThat(book.definitions())
                .filteredOn(rule -> PROTECTIVE.contains(rule.id()))
                .hasSize(PROTECTIVE.size())
                .allSatisfy(rule -> {
                    assertThat(rule.on()).isTrue();
                    assertThat(rule.reason())
                            .containsIgnoringCase("awaits national confirmation")
                            .contains("only protects");
                });
    }

    @Test
    void leavesOutRulesThatAreOff() {
        assertThat(book.assess(Case.of("height=140")).of("R-SHORT")).isEmpty();
        assertThat(book.trial("R-SHORT", Case.of("height=140")).orElseThrow().met())
                .isTrue();
    }

    @Test
    void namesRuleVersionFactsAndWhatToDo() {
        var result = book.assess(Case.of("haemoglobin=6.5;ga=35+0"))
                .of("R-ANAEMIA-SEVERE")
                .orElseThrow();
        assertThat(result.rule().version()).isEqualTo("1");
        assertThat(result.facts()).extracting(Fact::name).containsExactlyInAnyOrder("haemoglobin", "ga_weeks");
        assertThat(result.action()).isEqualTo("refer-anaemia");
    }

    @Test
    void saysWhatARuleAsksForAtTheGradeThatItGave() {
        var book = RuleBook.shipped();
        assertThat(book.action("R-FHR", Optional.of(RiskGrade.HIGH))).contains("repeat-then-refer");
        assertThat(book.action("R-FHR", Optional.empty())).contains("repeat-heart-rate");
        assertThat(book.action("R-AGE-TEEN", Optional.of(RiskGrade.MODERATE)))
                .as("of two the one that leaves nothing out")
                .contains("teen-social");
        assertThat(book.action("R-NOBODY-KNOWS", Optional.empty())).isEmpty();
    }

    @Test
    void takesACountrysOwnNumbers() {
        var own = RuleBook.adapted(HEADING
                + "R-SHORT,lk-1,Short stature,moderate,contact,on,,Circular 12/2026,vog-at-36-weeks,,height=147 cm\n");
        var result = own.assess(Case.of("height=146")).of("R-SHORT").orElseThrow();
        assertThat(result.met()).isTrue();
        assertThat(result.rule().version()).isEqualTo("lk-1");
        assertThat(result.rule().source()).isEqualTo("Circular 12/2026");
        assertThat(own.definition("R-FEVER")).isEqualTo(book.definition("R-FEVER"));
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        refuses("R-TALL,lk-1,Tall,moderate,contact,on,,Us,vog,,height=147 cm", "There is no rule R-TALL");
        refuses("R-SHORT,1,Short,moderate,contact,on,,Us,vog,,height=147 cm", "a version of its own");
        refuses("R-SHORT,lk-1,Short,moderate,contact,on,,Us,vog,,height=1.47 m", "height=145 cm");
        refuses("R-SHORT,lk-1,Short,moderate,contact,on,,Us,vog,,", "give them all");
        refuses("R-SHORT,lk-1,Short,moderate,contact,off,,Us,vog,,height=147 cm", "does not say why");
        refuses("R-SHORT,lk-1,Short,moderate,contact,on,,,vog,,height=147 cm", "no source");
        refuses("R-SHORT,lk-1,Short,grave,contact,on,,Us,vog,,height=147 cm", "Unknown severity");
        refuses("R-SHORT,lk-1,Short,moderate,contact,maybe,,Us,vog,,height=147 cm", "on or off");
        refuses("R-SHORT,lk-1", "2 cells");
    }

    private static void refuses(String line, String because) {
        assertThatThrownBy(() -> RuleBook.adapted(HEADING + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
