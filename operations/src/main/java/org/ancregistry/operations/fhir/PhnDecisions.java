package org.ancregistry.operations.fhir;

import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Keeps what a midwife decided about a PHN, with what she saw on both sides, so that it can be looked at again. */
public final class PhnDecisions {

    private static final String DECISION = Canon.extension("anc-phn-decision");

    private PhnDecisions() {}

    /**
     * Writes a decision into the provenance of a registration.
     *
     * @param given what the woman or her identity provider said
     * @param recorded what the PHN's record said, where there was one
     */
    public static void record(
            Provenance provenance,
            String code,
            @Nullable Phn phn,
            Demographics given,
            @Nullable Demographics recorded) {
        var decision = provenance.addExtension().setUrl(DECISION);
        decision.addExtension("decision", new CodeType(code));
        if (phn != null) {
            decision.addExtension("phn", new StringType(phn.value()));
        }
        valueSet(decision, "given", given);
        if (recorded != null) {
            valueSet(decision, "recorded", recorded);
        }
    }

    static void valueSet(Extension decision, String side, Demographics person) {
        var values = decision.addExtension().setUrl(side);
        var names = person.names().stream().map(PersonName::text).collect(Collectors.joining("; "));
        add(values, "name", names.isEmpty() ? null : names);
        add(values, "birth-date", asText(person.birthDate()));
        add(values, "gender", asText(person.gender()));
        add(values, "phone", person.phone());
        add(values, "address", person.address() == null ? null : addressText(person));
    }

    private static @Nullable String addressText(Demographics person) {
        var address = person.address();
        if (address == null) {
            return null;
        }
        return Optional.ofNullable(address.text()).orElse(address.locality());
    }

    private static @Nullable String asText(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void add(Extension values, String name, @Nullable String value) {
        if (value != null) {
            values.addExtension(name, new StringType(value));
        }
    }
}
