package org.ancregistry.domain.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All clinical rules, those in use and those that are switched off and say why. */
public final class RuleBook {

    private static final Map<String, Logic> LOGIC = logic();

    private final List<Rule> rules;

    private RuleBook(List<RuleDefinition> definitions) {
        this.rules = definitions.stream()
                .map(definition -> new Rule(definition, require(definition)))
                .toList();
    }

    private static Map<String, Logic> logic() {
        var all = new HashMap<String, Logic>();
        Stream.of(
                        DangerRules.logic(),
                        PressureRules.logic(),
                        BloodRules.logic(),
                        SugarRules.logic(),
                        BodyRules.logic(),
                        BabyRules.logic(),
                        HistoryRules.logic(),
                        InfectionRules.logic(),
                        CareRules.logic(),
                        WorkListRules.logic())
                .forEach(all::putAll);
        return Map.copyOf(all);
    }

    private static Logic require(RuleDefinition definition) {
        var logic = LOGIC.get(definition.id());
        if (logic == null) {
            throw new IllegalArgumentException("Nobody knows how to decide rule " + definition.id() + ".");
        }
        return logic;
    }

    /** The rules as this registry ships them. */
    public static RuleBook shipped() {
        return new RuleBook(RuleTable.shipped());
    }

    /**
     * The shipped rules with a country's own numbers.
     *
     * @param table lines like those of {@code rules.csv}, with its heading, for the rules that differ
     * @throws IllegalArgumentException when the table does not fit; the message says which line and why
     */
    public static RuleBook adapted(String table) {
        return new RuleBook(RuleTable.adapted(table));
    }

    public List<RuleDefinition> definitions() {
        return rules.stream().map(Rule::definition).toList();
    }

    /** The rule of that id. */
    public Optional<RuleDefinition> definition(String id) {
        return definitions().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * What the rule asks to be done, as a key.
     *
     * @param grade that it gave her; empty when it only prompts
     */
    public Optional<String> action(String id, Optional<RiskGrade> grade) {
        return rules.stream()
                .filter(rule -> rule.definition().id().equals(id))
                .map(rule -> rule.actionAt(grade))
                .findFirst();
    }

    /** What all rules in use say of her at a contact. */
    public Assessment assess(CaseFacts facts) {
        return assess(facts, true);
    }

    /** What is left to look after: a contact that she missed, a referral that nobody answered. */
    public Assessment workList(CaseFacts facts) {
        return assess(facts, false);
    }

    private Assessment assess(CaseFacts facts, boolean atContact) {
        LocalDate on = facts.on();
        return new Assessment(
                on,
                rules.stream()
                        .filter(rule ->
                                rule.definition().on() && rule.definition().atContact() == atContact)
                        .map(rule -> rule.assess(facts))
                        .toList());
    }

    /** What that rule would say, in use or not: how a country tries it before switching it on. */
    public Optional<RuleResult> trial(String id, CaseFacts facts) {
        return rules.stream()
                .filter(rule -> rule.definition().id().equals(id))
                .findFirst()
                .map(rule -> rule.assess(facts));
    }
}
