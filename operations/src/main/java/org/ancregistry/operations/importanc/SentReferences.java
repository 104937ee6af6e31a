package org.ancregistry.operations.importanc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/**
 * Finds the entry that a reference leads to: by its address, by the condition it is sent under, or by an identifier. What is
 * not among the entries is not looked for in the registry: the same data element stands in every mother's record.
 */
final class SentReferences {

    private static final Map<String, String> ALIASES = Map.of(
            "http://fhir.health.gov.lk/ips/identifier/phn", "https://fhir.health.gov.lk/id/phn",
            "urn:lk:phn", "https://fhir.health.gov.lk/id/phn");

    private final Map<String, Integer> entries = new HashMap<>();

    static SentReferences in(Bundle bundle) {
        var references = new SentReferences();
        for (var i = 0; i < bundle.getEntry().size(); i++) {
            references.add(bundle.getEntry().get(i), i);
        }
        return references;
    }

    private void add(BundleEntryComponent entry, int i) {
        if (entry.hasFullUrl()) {
            entries.putIfAbsent(entry.getFullUrl(), i);
        }
        if (entry.getRequest().hasUrl()) {
            entries.putIfAbsent(withoutAlias(entry.getRequest().getUrl()), i);
        }
        if (entry.hasResource()) {
            var type = entry.getResource().fhirType();
            var identifiers = entry.getResource().getNamedProperty("identifier");
            if (identifiers != null) {
                identifiers.getValues().forEach(identifier -> add(type, identifier, i));
            }
        }
    }

    private void add(String type, Base identifier, int i) {
        if (identifier instanceof Identifier one && one.hasSystem() && one.hasValue()) {
            entries.putIfAbsent(withoutAlias(type + "?identifier=" + one.getSystem() + "|" + one.getValue()), i);
        }
    }

    Optional<Integer> entry(Reference reference) {
        return reference.hasReference()
                ? Optional.ofNullable(entries.get(withoutAlias(reference.getReference())))
                : Optional.empty();
    }

    /** Every system under which a PHN is sent is the same system. */
    static String system(String system) {
        return ALIASES.getOrDefault(system, system);
    }

    private static String withoutAlias(String url) {
        var text = url;
        for (var alias : ALIASES.entrySet()) {
            text = text.replace("identifier=" + alias.getKey() + "|", "identifier=" + alias.getValue() + "|");
        }
        return text;
    }
}
