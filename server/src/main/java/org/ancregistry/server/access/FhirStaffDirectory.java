package org.ancregistry.server.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.access.StaffMember;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads who works here from Practitioner and PractitionerRole. */
final class FhirStaffDirectory implements StaffDirectory {

    private static final String ROLE = "https://ancregistry.org/fhir/CodeSystem/anc-role";
    private static final String AREA = "https://ancregistry.org/fhir/StructureDefinition/anc-area";
    private static final String PROFILES = "https://ancregistry.org/fhir/StructureDefinition/";
    private static final String NAMELESS = "";

    private final DaoRegistry daos;
    private final Clock clock;

    FhirStaffDirectory(DaoRegistry daos, Clock clock) {
        this.daos = daos;
        this.clock = clock;
    }

    /**
     * A role that has ended, or has not begun, is nobody's, also where it was never switched off. A person with several roles
     * has the latest one: nobody is to guess in which of them she asks.
     */
    @Override
    public Optional<StaffMember> of(String practitioner) {
        return read(Practitioner.class, practitioner)
                .filter(person -> !person.hasActive() || person.getActive())
                .flatMap(person -> latestRole(practitioner).flatMap(role -> member(practitioner, person, role)));
    }

    private Optional<PractitionerRole> latestRole(String practitioner) {
        var wanted = SearchParameterMap.newSynchronous()
                .add("practitioner", new ReferenceParam(practitioner))
                .add("active", new TokenParam("true"))
                .setSort(new SortSpec("_lastUpdated", SortOrderEnum.DESC));
        return dao(PractitionerRole.class).searchForResources(wanted, new SystemRequestDetails()).stream()
                .filter(role -> Term.holds(role.getPeriod(), clock))
                .findFirst();
    }

    private Optional<StaffMember> member(String practitioner, Practitioner person, PractitionerRole role) {
        var facility = Relationship.reference("Organization", role.getOrganization());
        var facilityName = facility == null
                ? null
                : read(Organization.class, facility).map(Organization::getName).orElse(null);
        return code(role)
                .map(code -> new StaffMember(practitioner, code, facility, facilityName, areas(role), name(person)));
    }

    private static Optional<Role> code(PractitionerRole role) {
        return role.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> ROLE.equals(coding.getSystem()))
                .flatMap(coding -> Role.of(String.valueOf(coding.getCode())).stream())
                .filter(Role::isStaff)
                .findFirst();
    }

    private static Set<String> areas(PractitionerRole role) {
        return role.getExtensionsByUrl(AREA).stream()
                .map(area -> area.getValue() instanceof Reference reference ? reference : new Reference())
                .flatMap(area -> Stream.ofNullable(Relationship.reference("Organization", area)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Practitioner person) {
        return person.getName().stream()
                .findFirst()
                .map(name -> name.hasText() ? name.getText() : name.getNameAsSingleString())
                .orElse(NAMELESS);
    }

    @Override
    public String newAdministrator(String name) {
        var person = new Practitioner().setActive(true).addName(new HumanName().setText(name));
        person.getMeta().addProfile(PROFILES + "anc-practitioner");
        var id = dao(Practitioner.class)
                .create(person, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
        var role = new PractitionerRole().setActive(true).setPractitioner(new Reference(id));
        role.addCode().addCoding().setSystem(ROLE).setCode(Role.ADMINISTRATOR.code());
        role.getMeta().addProfile(PROFILES + "anc-practitioner-role");
        dao(PractitionerRole.class).create(role, new SystemRequestDetails());
        return id;
    }

    private <R extends Resource> Optional<R> read(Class<R> type, String reference) {
        try {
            return Optional.of(dao(type).read(new IdType(reference), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    private <R extends Resource> IFhirResourceDao<R> dao(Class<R> type) {
        return daos.getResourceDao(type);
    }
}
