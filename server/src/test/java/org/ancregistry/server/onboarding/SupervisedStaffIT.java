package org.ancregistry.server.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.List;
import java.util.UUID;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SupervisedStaffIT {

    private static final String ROLE = "https://ancregistry.org/fhir/CodeSystem/anc-role";
    private static final String AREA = "https://ancregistry.org/fhir/StructureDefinition/anc-area";
    private static final String REQUEST = "https://ancregistry.org/fhir/id/request";
    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();

    private final IGenericClient administrator =
            REGISTRY.client(TestTokens.caller("Practitioner/root", Role.ADMINISTRATOR, null));
    private final String galewela = unit("Galewela", null);
    private final String north = unit("Galewela 1", galewela);
    private final String dambulla = unit("Dambulla", null);
    private final String elsewhere = unit("Dambulla 1", dambulla);
    private final IGenericClient supervisor =
            REGISTRY.client(TestTokens.caller("Practitioner/boss", Role.SUPERVISOR, galewela, galewela));

    @Test
    void takesOnAMidwifeOfHerAreaOnceForEachForm() {
        var form = UUID.randomUUID().toString();

        var first = send(supervisor, newPerson(form, Role.MIDWIFE, north));
        var second = send(supervisor, newPerson(form, Role.MIDWIFE, north));

        assertThat(second.getIdPart()).isEqualTo(first.getIdPart());
        assertThat(rolesOf(first))
                .singleElement()
                .satisfies(role -> assertThat(role.getPractitioner().getReference())
                        .isEqualTo("Practitioner/" + first.getIdPart()));
    }

    @Test
    void takesOnNobodyElse() {
        refuses(() -> send(supervisor, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, elsewhere)));
        refuses(() -> send(supervisor, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, null)));
        refuses(() -> send(supervisor, newPerson(UUID.randomUUID().toString(), Role.SUPERVISOR, galewela)));
        refuses(() -> send(supervisor, newPerson(UUID.randomUUID().toString(), Role.ADMINISTRATOR, north)));
        refuses(() ->
                supervisor.create().resource(new Organization().setName("x")).execute());
    }

    @Test
    void leavesNothingOfWhatWasRefused() {
        var form = UUID.randomUUID().toString();

        refuses(() -> send(supervisor, newPerson(form, Role.MIDWIFE, elsewhere)));

        var found = administrator
                .search()
                .forResource(Practitioner.class)
                .where(new TokenClientParam("identifier").exactly().systemAndCode(REQUEST, form))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getEntry()).isEmpty();
    }

    /** A role more would change what that person may do everywhere, and hand her out with a link code. */
    @Test
    void givesNoRoleToSomebodyWhoIsNotHers() {
        var form = UUID.randomUUID().toString();
        var other = send(administrator, newPerson(form, Role.ADMINISTRATOR, null));

        refuses(() -> supervisor
                .create()
                .resource(role(Role.MIDWIFE, north, other.getValue()))
                .execute());

        var throughHerForm = newPerson(form, Role.MIDWIFE, north);
        throughHerForm.getEntry().get(1).getRequest().setIfNoneExist(null);
        refuses(() -> send(supervisor, throughHerForm));
        assertThat(rolesOf(other)).hasSize(1);
    }

    @Test
    void changesHerMidwivesOnly() {
        var hers = send(administrator, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, north));
        var other = send(administrator, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, elsewhere));

        rename(hers);
        refuses(() -> rename(other));
        var taken = rolesOf(other).get(0);
        taken.getExtension().clear();
        taken.addExtension(AREA, new Reference(north));
        refuses(() -> supervisor.update().resource(taken).execute());
        var promoted = rolesOf(hers).get(0);
        promoted.getCodeFirstRep().getCodingFirstRep().setCode(Role.DOCTOR.code());
        refuses(() -> supervisor.update().resource(promoted).execute());
    }

    @Test
    void refusesAChangeThatWasBasedOnAnOlderVersion() {
        var hers = send(administrator, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, north));
        var role = rolesOf(hers).get(0);
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(role.setActive(false))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("PractitionerRole/" + role.getIdElement().getIdPart())
                .setIfMatch("W/\"7\"");

        assertThatThrownBy(
                        () -> supervisor.transaction().withBundle(transaction).execute())
                .isInstanceOf(ResourceVersionConflictException.class);
    }

    @Test
    void findsPeopleAndPlacesAsThePagesAsk() {
        var hers = send(administrator, newPerson(UUID.randomUUID().toString(), Role.MIDWIFE, north));

        assertThat(supervisor
                        .search()
                        .forResource(PractitionerRole.class)
                        .where(new TokenClientParam("role").exactly().systemAndCode(ROLE, "midwife"))
                        .and(new ReferenceClientParam("organization").hasAnyOfIds(id(north), id(galewela)))
                        .include(PractitionerRole.INCLUDE_PRACTITIONER)
                        .count(100)
                        .offset(0)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .anyMatch(
                        entry -> entry.getResource().getIdElement().getIdPart().equals(hers.getIdPart()));
        assertThat(administrator
                        .search()
                        .forResource(Practitioner.class)
                        .where(new StringClientParam("name").matches().value("kumari"))
                        .sort()
                        .ascending("name")
                        .count(26)
                        .offset(0)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .isNotEmpty();
        assertThat(administrator
                        .search()
                        .forResource(Organization.class)
                        .where(new ReferenceClientParam("partof").hasAnyOfIds(id(galewela)))
                        .count(100)
                        .offset(0)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .hasSize(1);
    }

    private void rename(IdType person) {
        var practitioner = supervisor
                .read()
                .resource(Practitioner.class)
                .withId(person.getIdPart())
                .execute();
        practitioner.getNameFirstRep().setText("Kumari J.");
        supervisor.update().resource(practitioner).execute();
    }

    private static void refuses(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(ForbiddenOperationException.class);
    }

    private List<PractitionerRole> rolesOf(IdType person) {
        return administrator
                .search()
                .forResource(PractitionerRole.class)
                .where(new ReferenceClientParam("practitioner").hasId(person.getIdPart()))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (PractitionerRole) entry.getResource())
                .toList();
    }

    private static IdType send(IGenericClient clerk, Bundle transaction) {
        var answer = clerk.transaction().withBundle(transaction).execute();
        return new IdType(answer.getEntryFirstRep().getResponse().getLocation()).toUnqualifiedVersionless();
    }

    private Bundle newPerson(String form, Role role, String area) {
        var person = new Practitioner().setActive(true);
        person.addName().setText("Kumari Jayasinghe");
        person.addIdentifier().setSystem(REQUEST).setValue(form);
        var work = role(role, area, "urn:uuid:" + form);
        work.addIdentifier().setSystem(REQUEST).setValue(form);
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        add(transaction, person, form, "urn:uuid:" + form);
        add(transaction, work, form, "urn:uuid:" + UUID.randomUUID());
        return transaction;
    }

    private static void add(Bundle transaction, Resource resource, String form, String fullUrl) {
        transaction
                .addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + REQUEST + "|" + form);
    }

    private PractitionerRole role(Role role, String area, String person) {
        var work = new PractitionerRole().setActive(true).setPractitioner(new Reference(person));
        work.addCode(new CodeableConcept(new Coding(ROLE, role.code(), null)));
        work.setOrganization(new Reference(north));
        if (area != null) {
            work.addExtension(AREA, new Reference(area));
        }
        return work;
    }

    private String unit(String name, String partOf) {
        var unit = new Organization().setActive(true).setName(name);
        unit.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode(partOf == null ? "moh-area" : "phm-area");
        if (partOf != null) {
            unit.setPartOf(new Reference(partOf));
        }
        return administrator
                .create()
                .resource(unit)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
