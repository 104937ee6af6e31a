package org.ancregistry.portals.registry;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.portals.record.MotherRecord;
import org.ancregistry.portals.web.PortalSettings;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** One mother's record: finding it, opening it for a clinic, reading it, and adding a visit. */
public final class Records {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";

    private final Registry registry;
    private final PortalSettings settings;

    Records(Registry registry, PortalSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** The id of the mother with that number, if she is in the caller's care. */
    public Optional<String> withPhn(HttpServletRequest request, Phn phn) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Patient.class)
                        .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(PHN, phn.value()))
                        .count(2)
                        .usingStyle(ca.uhn.fhir.rest.api.SearchStyleEnum.POST)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(patient -> patient.getIdElement().getIdPart())
                .findFirst();
    }

    /**
     * Checks a woman in at the caller's clinic, by her number and the birth date that she says.
     *
     * @return the id of her record
     * @throws RegistryRefusal {@code not-found} for every miss, {@code too-many-attempts} after too many
     */
    public String checkIn(HttpServletRequest request, Phn phn, LocalDate birthDate) {
        var asked = new Parameters();
        asked.addParameter("phn", new StringType(phn.value()));
        asked.addParameter("birth-date", new DateType(birthDate.toString()));
        var answer = registry.ask(
                request,
                client -> client.operation()
                        .onType(Patient.class)
                        .named("$check-in")
                        .withParameters(asked)
                        .execute());
        var patient = (Reference) answer.getParameter("patient").getValue();
        return patient.getReferenceElement().getIdPart();
    }

    /** All of one mother's record that the caller may see, in one call. */
    public MotherRecord summary(HttpServletRequest request, String id) {
        return MotherRecord.of(everything(request, id), settings.timeZone())
                .orElseThrow(() -> new IllegalStateException("The registry's summary names no mother."));
    }

    /** The same as a FHIR Bundle in JSON, for another program. */
    public String asFile(HttpServletRequest request, String id) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle(request, id, "$summary"));
    }

    /** Her record as {@code $anc-summary} gives it to the caller, to be kept for somebody to whom she shows it. */
    public String asRead(HttpServletRequest request, String id) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(everything(request, id));
    }

    private Bundle everything(HttpServletRequest request, String id) {
        return bundle(request, id, "$anc-summary");
    }

    private Bundle bundle(HttpServletRequest request, String id, String operation) {
        return registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", id))
                        .named(operation)
                        .withNoParameters(Parameters.class)
                        .returnResourceType(Bundle.class)
                        .execute());
    }

    /** Adds a visit. */
    public void record(HttpServletRequest request, String id, VisitReport visit) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", id))
                        .named("$record-anc-visit")
                        .withParameters(parameters(visit))
                        .execute());
    }

    private static Parameters parameters(VisitReport visit) {
        var parameters = new Parameters();
        parameters.addParameter("request-id", visit.requestId());
        parameters.addParameter("based-on", visit.basedOn());
        parameters.addParameter(
                "contact-date", new DateTimeType(java.util.Date.from(visit.at().toInstant())));
        parameters.addParameter("contact-type", new CodeType(visit.contactType()));
        RegistrationParameters.answers(parameters, visit.answers(), visit.confirmed());
        visit.medications().forEach(medication -> add(parameters, medication));
        if (visit.note() != null) {
            parameters.addParameter("note", visit.note());
        }
        if (visit.next() != null) {
            add(parameters, visit.next());
        }
        if (visit.referral() != null) {
            add(parameters, visit.referral());
        }
        if (visit.correction() != null) {
            parameters
                    .addParameter()
                    .setName("corrects")
                    .setValue(new Reference(visit.correction().contact()));
            parameters.addParameter(
                    "correction", new CodeType(visit.correction().inError() ? "entered-in-error" : "addendum"));
            parameters.addParameter("correction-reason", visit.correction().reason());
        }
        return parameters;
    }

    private static void add(Parameters parameters, VisitReport.Medication medication) {
        var part = parameters.addParameter().setName("medication");
        part.addPart().setName("text").setValue(new StringType(medication.text()));
        if (medication.dose() != null) {
            part.addPart().setName("dose").setValue(new StringType(medication.dose()));
        }
    }

    private static void add(Parameters parameters, VisitReport.Referral referral) {
        var part = parameters.addParameter().setName("referral");
        part.addPart().setName("to").setValue(new Reference(referral.to()));
        part.addPart().setName("urgency").setValue(new CodeType(referral.urgent() ? "urgent" : "routine"));
        part.addPart().setName("reason").setValue(new StringType(referral.reason()));
        if (referral.transport() != null) {
            part.addPart().setName("transport").setValue(new CodeType(referral.transport()));
        }
    }

    private static void add(Parameters parameters, VisitReport.Next next) {
        var part = parameters.addParameter().setName("next-appointment");
        part.addPart()
                .setName("start")
                .setValue(new DateTimeType(java.util.Date.from(next.start().toInstant())));
        if (next.place() != null) {
            part.addPart().setName("place").setValue(new Reference(next.place()));
        }
    }
}
