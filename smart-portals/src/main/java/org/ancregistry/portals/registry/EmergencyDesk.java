package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The record of a woman who is in nobody's care here: whose it is, and opening it in an emergency. */
public final class EmergencyDesk {

    private final Registry registry;

    EmergencyDesk(Registry registry) {
        this.registry = registry;
    }

    /**
     * Who holds that number, in as few words as tell her from another.
     *
     * @throws RegistryRefusal {@code not-found} when nobody holds it, {@code too-many-attempts} after too many
     */
    public Holder holder(HttpServletRequest request, Phn phn) {
        var answer = ask(request, "$whose-phn", new Parameters().addParameter("phn", phn.value()));
        return new Holder(
                answer.getParameter().stream()
                        .filter(part -> part.getName().equals("initials"))
                        .map(part -> part.getValue().primitiveValue())
                        .collect(Collectors.joining(" · ")),
                answer.getParameter().stream()
                        .filter(part -> part.getName().equals("birth-year"))
                        .map(part -> part.getValue().primitiveValue())
                        .findFirst()
                        .orElse(null));
    }

    /**
     * Opens her record.
     *
     * @return the id of her record, and until when it is open
     * @throws RegistryRefusal {@code not-found} when nobody holds the number, {@code too-many-attempts} after too many
     */
    public Opened open(HttpServletRequest request, Phn phn, Why why) {
        var asked = new Parameters().addParameter("request-id", why.requestId()).addParameter("phn", phn.value());
        asked.addParameter("kind", new CodeType(why.kind()));
        if (!why.words().isEmpty()) {
            asked.addParameter("reason", why.words());
        }
        var answer = ask(request, "$break-glass", asked);
        return new Opened(
                ((Reference) answer.getParameter("patient").getValue())
                        .getReferenceElement()
                        .getIdPart(),
                OffsetDateTime.parse(answer.getParameter("until").getValue().primitiveValue())
                        .toInstant());
    }

    private Parameters ask(HttpServletRequest request, String operation, Parameters asked) {
        return registry.ask(
                request,
                client -> client.operation()
                        .onType(Patient.class)
                        .named(operation)
                        .withParameters(asked)
                        .execute());
    }

    /**
     * Whose number it is.
     *
     * @param initials of her names
     * @param birthYear null when it is not known
     */
    public record Holder(String initials, @Nullable String birthYear) {

        /** Says nothing of her. */
        @Override
        public String toString() {
            return "Holder[]";
        }
    }

    /**
     * Why it is opened.
     *
     * @param requestId made with the page: sent twice, it is one request
     * @param kind a code of anc-emergency-reason
     * @param words the doctor's own; empty where the kind says enough
     */
    public record Why(String requestId, String kind, String words) {}

    /** A record that is open for a time. */
    public record Opened(String id, Instant until) {}
}
