package org.ancregistry.server.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The very resources that one registration wrote, as a transaction Bundle that writes them once more. */
final class SameResources {

    private static final Pattern REFERENCE =
            Pattern.compile("\"reference\":\"([A-Z][A-Za-z]+/[^/\"]+)(?:/_history/[^\"]+)?\"");

    private SameResources() {}

    /** Reads what was written after {@code since} from a server that shows everybody everything. */
    static Template writtenAfter(Instant since, Visitor visitor) {
        var history = visitor.answer(Bundle.class, visitor.get("/_history?_count=200&_since=" + since));
        return of(history);
    }

    static Template of(Bundle history) {
        var names = new HashMap<String, String>();
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (var entry : history.getEntry()) {
            var resource = entry.getResource();
            if (names.putIfAbsent(reference(resource), "urn:uuid:" + UUID.randomUUID()) == null) {
                add(transaction, resource, names);
            }
        }
        return new Template(renamed(Visitor.FHIR.newJsonParser().encodeResourceToString(transaction), names));
    }

    private static void add(Bundle transaction, Resource resource, Map<String, String> names) {
        var entry = transaction.addEntry();
        entry.setFullUrl(names.get(reference(resource)));
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        var copy = resource.copy();
        copy.setIdElement(null);
        copy.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
        if (copy instanceof Patient mother) {
            mother.getIdentifier().forEach(identifier -> identifier.setValue("@phn@"));
        }
        entry.setResource(copy);
    }

    private static String renamed(String json, Map<String, String> names) {
        return REFERENCE
                .matcher(json)
                .replaceAll(found -> "\"reference\":\"" + names.getOrDefault(found.group(1), found.group(1)) + "\"");
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
