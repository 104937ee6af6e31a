package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.record.NextReview;
import org.ancregistry.portals.record.Transport;
import org.ancregistry.portals.web.PortalSettings;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

/** Mothers who were sent to a clinic. */
public final class Referrals {

    /** So many are shown at once, the newest. */
    public static final int MOST = 25;

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final int DAYS = 60;

    private final Registry registry;
    private final PortalSettings settings;
    private final Clock clock;

    Referrals(Registry registry, PortalSettings settings, Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A mother who was sent.
     *
     * @param patient id of her Patient
     * @param on the day on which she was sent
     * @param reason in the words of whoever sent her
     * @param transport how she gets there, a code that {@link Transport} knows
     */
    public record Referred(
            String patient,
            List<Mother.Name> names,
            Optional<Phn> phn,
            @Nullable LocalDate on,
            String reason,
            boolean urgent,
            @Nullable String transport) {

        public Referred {
            names = List.copyOf(names);
        }

        /** Names nobody and nothing told. */
        @Override
        public String toString() {
            return "Referred[" + patient + "]";
        }
    }

    /**
     * Who was sent to that unit in the last two months and is still expected: the urgent first, then the newest.
     *
     * @param unit {@code Organization/…}
     */
    public List<Referred> to(HttpServletRequest request, String unit) {
        var since = LocalDate.ofInstant(clock.instant(), settings.timeZone()).minusDays(DAYS);
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(ServiceRequest.class)
                        .where(ServiceRequest.PERFORMER.hasId(unit))
                        .and(ServiceRequest.STATUS.exactly().code(ServiceRequestStatus.ACTIVE.toCode()))
                        .and(ServiceRequest.AUTHORED.afterOrEquals().day(since.toString()))
                        .include(ServiceRequest.INCLUDE_PATIENT)
                        .sort()
                        .descending("authored")
                        .count(MOST)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .map(referral -> referred(referral, woman(referral.getSubject(), found)))
                .sorted(Comparator.comparing(Referred::urgent).reversed())
                .toList();
    }

    /**
     * Answers a referral.
     *
     * @throws RegistryRefusal {@code already-decided} when it was answered before or called off
     */
    public void answer(HttpServletRequest request, String patient, Answer answer) {
        var asked = new Parameters();
        asked.addParameter("request-id", answer.requestId());
        asked.addParameter().setName("referral").setValue(new Reference("ServiceRequest/" + answer.referral()));
        asked.addParameter("action", new CodeType(answer.reply().isEmpty() ? "seen" : "reply"));
        answer.reply().forEach(asked::addParameter);
        var review = answer.review();
        if (review != null && review.on() != null) {
            asked.addParameter("next-review", new DateType(review.on().toString()));
        } else if (review != null) {
            asked.addParameter("no-further-review", true);
        }
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$answer-referral")
                        .withParameters(asked)
                        .execute());
    }

    /**
     * What a clinic says.
     *
     * @param referral id of the ServiceRequest
     * @param reply texts by part: {@code found}, {@code done}, {@code please}; empty when it only says that it has seen her
     * @param review whether and when it wants to see her again, where it says so
     */
    public record Answer(
            String requestId,
            String referral,
            Map<String, String> reply,
            @Nullable NextReview review) {

        public Answer {
            reply = Map.copyOf(reply);
        }
    }

    static Optional<Phn> phn(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> PHN.equals(identifier.getSystem()))
                .findFirst()
                .flatMap(identifier -> Phn.parse(identifier.getValue()));
    }

    static Optional<Patient> woman(Reference subject, Bundle found) {
        var id = subject.getReferenceElement().getIdPart();
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .filter(patient -> patient.getIdElement().getIdPart().equals(id))
                .findFirst();
    }

    private Referred referred(ServiceRequest referral, Optional<Patient> woman) {
        return new Referred(
                referral.getSubject().getReferenceElement().getIdPart(),
                woman.map(Mothers::names).orElse(List.of()),
                woman.flatMap(Referrals::phn),
                referral.hasAuthoredOn()
                        ? LocalDate.ofInstant(referral.getAuthoredOn().toInstant(), settings.timeZone())
                        : null,
                referral.getReasonCodeFirstRep().getText(),
                referral.getPriority() == ServiceRequestPriority.URGENT,
                Transport.of(referral));
    }
}
