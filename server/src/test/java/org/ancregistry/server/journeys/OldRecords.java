package org.ancregistry.server.journeys;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.access.Role;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** Records that were in the country's registry before, as another system brings them in; and what became of them. */
final class OldRecords {

    private static final String DECISION = "https://ancregistry.org/fhir/StructureDefinition/anc-phn-decision";

    private final DaoRegistry records;
    private final IGenericClient client;

    OldRecords(RunningRegistry registry) {
        this.records = registry.bean(DaoRegistry.class);
        this.client = registry.client(TestTokens.caller("backend", Role.SYSTEM, null));
    }

    /** A record that says of her what her national ID says. */
    static Patient of(SandboxPerson woman) {
        var patient = new Patient().setActive(true).setGender(AdministrativeGender.FEMALE);
        patient.addName().setText(woman.name());
        patient.setBirthDateElement(new DateType(woman.birthdate().toString()));
        patient.addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue(woman.contact().phoneNumber());
        var lives = woman.contact().address();
        if (lives != null) {
            patient.addAddress()
                    .addLine(lives.streetAddress())
                    .setCity(lives.locality())
                    .setState(lives.region())
                    .setCountry(lives.country());
        }
        return patient;
    }

    /** Brings a record in; the answer is the number that it gets. */
    String keep(Patient record) {
        var kept = records.getResourceDao(Patient.class)
                .create(record, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless();
        var asked = new Parameters();
        asked.addParameter("request-id", new StringType("old-record-" + kept.getIdPart()));
        asked.addParameter("point-of-issue", new StringType("9902"));
        var answer = client.operation()
                .onInstance(kept)
                .named("$issue-phn")
                .withParameters(asked)
                .execute();
        return ((Identifier) answer.getParameter("phn").getValue()).getValue();
    }

    /** The record that holds a number. */
    Patient holding(String number) {
        return search("identifier", new TokenParam(null, number), Patient.class).get(0);
    }

    /** The record of a woman who was registered without a number. */
    Patient named(SandboxPerson woman) {
        return search("birthdate", new DateParam(woman.birthdate().toString()), Patient.class).stream()
                .filter(patient ->
                        patient.getName().stream().anyMatch(name -> woman.name().equals(name.getText())))
                .findFirst()
                .orElseThrow();
    }

    /** What the decision about a number keeps of both sides: {@code given} and {@code recorded}. */
    static Map<String, String> sides(List<Provenance> kept, String detail) {
        var sides = new HashMap<String, String>();
        for (var side : List.of("given", "recorded")) {
            kept.stream()
                    .flatMap(provenance -> provenance.getExtensionsByUrl(DECISION).stream())
                    .map(decision -> decision.getExtensionByUrl(side))
                    .map(values -> values.getExtensionString(detail))
                    .forEach(value -> sides.put(side, value));
        }
        return sides;
    }

    /** Resources about a woman. */
    <R extends Resource> List<R> of(Patient woman, Class<R> type) {
        return search(
                "patient", new ReferenceParam("Patient/" + woman.getIdElement().getIdPart()), type);
    }

    /** As they are stored, whomever she keeps out. */
    private <R extends Resource> List<R> search(String parameter, IQueryParameterType value, Class<R> type) {
        return records
                .getResourceDao(type)
                .search(SearchParameterMap.newSynchronous(parameter, value), new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(type::cast)
                .toList();
    }
}
