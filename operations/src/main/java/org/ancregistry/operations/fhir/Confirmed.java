package org.ancregistry.operations.fhir;

import java.util.List;
import java.util.Set;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** Notes beside a rare value who looked at it once more and said that it is right. */
final class Confirmed {

    private static final String CONFIRMED_BY = Canon.extension("anc-confirmed-by");

    private final Set<String> fields;
    private final ContactContext context;

    Confirmed(Set<String> fields, ContactContext context) {
        this.fields = fields;
        this.context = context;
    }

    List<Resource> mark(DictionaryField field, List<Resource> resources) {
        if (fields.contains(field.name())) {
            resources.stream()
                    .filter(Observation.class::isInstance)
                    .forEach(observation -> ((Observation) observation).addExtension(CONFIRMED_BY, context.by()));
        }
        return resources;
    }

    /** @param parts the fields of its components */
    Observation mark(List<String> parts, Observation pressure) {
        parts.stream()
                .filter(fields::contains)
                .map(part -> Dictionary.anc().require(part).primary())
                .forEach(code -> pressure.getComponent().stream()
                        .filter(component -> component.getCode().hasCoding(code.system(), code.code()))
                        .forEach(component -> component.addExtension(CONFIRMED_BY, context.by())));
        return pressure;
    }
}
