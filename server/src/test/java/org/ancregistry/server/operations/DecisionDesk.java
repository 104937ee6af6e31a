package org.ancregistry.server.operations;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** A clinic whose area lies within a MOH area, with the supervisor of it and one of another. */
final class DecisionDesk {

    final Clinic clinic;
    final Caller supervisor;
    final Caller supervisorElsewhere;

    DecisionDesk(RunningRegistry registry) {
        clinic = new Clinic(registry);
        var moh = new Organization().setActive(true).setName("MOH area");
        var area = new Organization().setActive(true).setName("PHM area").setPartOf(new Reference(created(moh)));
        area.setId(clinic.area);
        registry.bean(DaoRegistry.class).getResourceDao(Organization.class).update(area, new SystemRequestDetails());
        supervisor = TestTokens.caller(
                created(new Practitioner().setActive(true)),
                Role.SUPERVISOR,
                clinic.fieldClinic,
                "Organization/" + moh.getIdElement().getIdPart());
        supervisorElsewhere = TestTokens.caller(
                created(new Practitioner().setActive(true)), Role.SUPERVISOR, clinic.hospital, "Organization/999999");
    }

    <R extends Resource> String created(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        var id = clinic.registry
                .bean(DaoRegistry.class)
                .getResourceDao(type)
                .create(resource, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless();
        resource.setId(id);
        return id.getValue();
    }

    /** Who wrote it, and when. */
    List<Provenance> provenancesOf(String reference) {
        var search = SearchParameterMap.newSynchronous().add(Provenance.SP_TARGET, new ReferenceParam(reference));
        return clinic.registry
                .bean(DaoRegistry.class)
                .getResourceDao(Provenance.class)
                .searchForResources(search, new SystemRequestDetails());
    }

    /** The midwife of another PHM area. */
    Caller midwifeElsewhere() {
        var area = new Organization().setActive(true).setName("Another PHM area");
        area.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode("phm-area");
        return TestTokens.caller(
                created(new Practitioner().setActive(true)), Role.MIDWIFE, clinic.hospital, created(area));
    }

    /** A mother with everything that her portal may do. */
    static Caller mother(String patient) {
        return new Caller(
                patient,
                Role.MOTHER,
                null,
                Set.of(),
                Set.of("patient/*.cruds"),
                "tests",
                Purpose.PATIENT_REQUEST,
                "test-" + UUID.randomUUID());
    }

    /** Registered without a PHN, since the midwife was not sure. */
    Parameters notSure(Patient woman, @Nullable String phn) {
        return notSure(clinic.registration(Clinic.id(), woman), phn);
    }

    /** The same for a woman who signed in herself. */
    Parameters verifiedAndNotSure(@Nullable String phn) {
        return notSure(clinic.verified(Clinic.id(), Clinic.id()), phn);
    }

    private Parameters notSure(Parameters asked, @Nullable String phn) {
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("phn-decision"));
        Clinic.add(asked, "phn-decision", new CodeType("not-sure"));
        if (phn != null) {
            asked.addParameter("phn", phn);
        }
        return clinic.ask(clinic.midwife, "$register-anc", asked);
    }

    Parameters registered(Patient woman) {
        return clinic.ask(clinic.midwife, "$register-anc", clinic.registration(Clinic.id(), woman));
    }

    /** A decision on the first version of a task. */
    static Parameters decision(String decision) {
        return decision(decision, "1");
    }

    static Parameters decision(String decision, String basedOn) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("based-on", basedOn)
                .addParameter("reason", "Both were looked at.");
        Clinic.add(asked, "decision", new CodeType(decision));
        return asked;
    }

    static Parameters comparedWith(Parameters asked, String patient) {
        Clinic.add(asked, "compared-with", new Reference(patient));
        return asked;
    }

    Parameters decide(Caller caller, String task, Parameters asked) {
        return clinic.as(caller)
                .operation()
                .onInstance(new IdType(task))
                .named("$decide-match")
                .withParameters(asked)
                .execute();
    }

    <R extends Resource> R read(Class<R> type, String reference) {
        return clinic.registry
                .bean(DaoRegistry.class)
                .getResourceDao(type)
                .read(new IdType(reference), new SystemRequestDetails());
    }

    Task task(String reference) {
        return read(Task.class, reference);
    }

    /** Evidence that a woman gave the midwife a moment ago. */
    String evidence(String draft, String subject, String name, String born, @Nullable NationalIdHashes nationalId) {
        return evidence(clinic.midwife.id(), draft, subject, name, born, nationalId);
    }

    String evidence(
            String askedBy,
            String draft,
            String subject,
            String name,
            String born,
            @Nullable NationalIdHashes nationalId) {
        var now = Instant.now();
        var woman = new Demographics(
                List.of(PersonName.of(name, "en")), LocalDate.parse(born), Gender.FEMALE, null, null, null, nationalId);
        var evidence = new IdentityEvidence(
                "handle-" + UUID.randomUUID(),
                "esignet",
                subject,
                woman,
                Set.of("name"),
                Set.of("email"),
                "mosip:idp:acr:generated-code",
                now,
                askedBy,
                draft,
                now.plusSeconds(1800),
                null);
        ((JdbcIdentityEvidences) clinic.registry.bean(IdentityEvidences.class))
                .keep(evidence, Set.of("name"), "x.y.z", "x.y.z");
        return evidence.handle();
    }

    static String phn(Parameters answer) {
        return ((Identifier) answer.getParameter("phn").getValue()).getValue();
    }

    static List<String> candidates(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("candidate"))
                .map(candidate -> ((Reference) part(candidate, "patient")).getReference())
                .toList();
    }

    static org.hl7.fhir.r4.model.Type part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
