package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.TokenClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What is done about a mother's risk: another grade, and where she can be sent. */
public final class Risks {

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";
    private static final int MOST_HOSPITALS = 200;

    private final Registry registry;

    Risks(Registry registry) {
        this.registry = registry;
    }

    /**
     * Gives the risk another grade.
     *
     * @throws RegistryRefusal {@code grade-reason-missing} when it is lowered without a reason
     */
    public void grade(HttpServletRequest request, String patient, Grade grade) {
        var asked = new Parameters();
        asked.addParameter("request-id", grade.requestId());
        asked.addParameter().setName("assessment").setValue(new Reference(grade.assessment()));
        asked.addParameter("grade", new CodeType("risk-grade-" + grade.grade()));
        if (!grade.reason().isBlank()) {
            asked.addParameter("reason", grade.reason().strip());
        }
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$grade-risk")
                        .withParameters(asked)
                        .execute());
    }

    /** The hospitals that she can be sent to, by name. */
    public List<Hospital> hospitals(HttpServletRequest request) {
        var found = registry.ask(
                request,
                client -> client.search()
                        .forResource(Organization.class)
                        .where(new TokenClientParam("type").exactly().systemAndCode(KIND, "hospital"))
                        .sort()
                        .ascending("name")
                        .count(MOST_HOSPITALS)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .filter(hospital -> !hospital.hasActive() || hospital.getActive())
                .map(Risks::hospital)
                .toList();
    }

    private static Hospital hospital(Organization found) {
        var phone = found.getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE && contact.hasValue())
                .map(contact -> contact.getValue().strip())
                .findFirst()
                .orElse(null);
        return new Hospital("Organization/" + found.getIdElement().getIdPart(), found.getName(), phone);
    }

    /**
     * A grade as a clinician gives it.
     *
     * @param assessment {@code RiskAssessment/…} that she had before her
     * @param grade {@code low}, {@code moderate}, {@code high} or {@code urgent}
     */
    public record Grade(String requestId, String assessment, String grade, String reason) {}

    /**
     * A hospital that takes women in.
     *
     * @param phone where to tell it that she is coming, when that is entered
     */
    public record Hospital(
            String reference, String name, @Nullable String phone) {}
}
