package org.ancregistry.operations.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.rules.Fact;
import org.ancregistry.domain.rules.RuleResult;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Which stored findings stand behind a rule: looked through once, asked for each rule. */
final class Evidence {

    private final Map<String, List<Resource>> byFact = new HashMap<>();

    /** @param findings of this contact and of earlier ones */
    Evidence(RecordedFacts facts, Collection<? extends Resource> findings) {
        findings.forEach(finding -> facts.of(finding)
                .forEach(fact -> byFact.computeIfAbsent(key(fact), any -> new ArrayList<>(1))
                        .add(finding)));
    }

    /** The findings behind those rules, each once. */
    List<Reference> of(Collection<RuleResult> results) {
        Set<Resource> behind = new LinkedHashSet<>();
        results.stream()
                .flatMap(result -> result.facts().stream())
                .forEach(fact -> behind.addAll(byFact.getOrDefault(key(fact), List.of())));
        return behind.stream()
                .map(finding -> new Reference(Canon.referenceTo(finding)))
                .toList();
    }

    private static String key(Fact fact) {
        return fact.name() + fact.on();
    }
}
