package org.ancregistry.server.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** Two PHM areas of one MOH area, a clinic, and two mothers, Nimali in the one area and Fathima in the other. */
public final class Village {

    public static final String PHN_SYSTEM = "https://fhir.health.gov.lk/id/phn";
    private static final String CONTACT_TYPE = "https://ancregistry.org/fhir/CodeSystem/anc-contact-type";

    public final RunningRegistry registry;
    public final DaoRegistry daos;
    public final String moh;
    public final String phm1;
    public final String phm2;
    public final String clinic;
    public final String practitioner;
    public final Mother nimali;
    public final Mother fathima;

    public Village(RunningRegistry registry) {
        this.registry = registry;
        this.daos = registry.bean(DaoRegistry.class);
        this.moh = unit("MOH area", null);
        this.phm1 = unit("PHM area one", moh);
        this.phm2 = unit("PHM area two", moh);
        this.clinic = unit("Clinic", null);
        this.practitioner = save(new Practitioner().setActive(true));
        this.nimali = mother(phm1);
        this.fathima = mother(phm2);
    }

    /** A registered mother and parts of her record, each as {@code Type/id}. */
    public record Mother(String patient, String phn, String pregnancy, String weight, String condition) {

        public String id() {
            return patient.substring(patient.indexOf('/') + 1);
        }
    }

    public Mother mother(String area) {
        var phn = "T"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 11).toUpperCase(Locale.ROOT);
        var patient = new Patient();
        patient.addIdentifier().setSystem(PHN_SYSTEM).setValue(phn);
        patient.addName().setText("Somebody");
        var reference = save(patient);
        var pregnancy = save(new EpisodeOfCare()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .setPatient(new Reference(reference))
                .setManagingOrganization(new Reference(area)));
        return new Mother(reference, phn, pregnancy, weight(reference), condition(reference, "O13"));
    }

    public String weight(String patient) {
        return observation(patient, new Coding("http://loinc.org", "29463-7", null), ObservationStatus.FINAL);
    }

    public String observation(String patient, Coding code, ObservationStatus status) {
        return save(new Observation()
                .setStatus(status)
                .setCode(new CodeableConcept(code))
                .setSubject(new Reference(patient))
                .addPerformer(new Reference(practitioner))
                .setValue(new Quantity(61)));
    }

    public String condition(String patient, String icd10) {
        return save(new Condition()
                .setSubject(new Reference(patient))
                .setCode(new CodeableConcept(new Coding("http://hl7.org/fhir/sid/icd-10", icd10, null))));
    }

    public String refer(String patient, String to) {
        return save(new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(new Reference(patient))
                .addPerformer(new Reference(to)));
    }

    public String checkIn(String patient, String at, int daysAgo) {
        var contact = new Encounter()
                .setStatus(EncounterStatus.ARRIVED)
                .setSubject(new Reference(patient))
                .setServiceProvider(new Reference(at));
        contact.addType().addCoding().setSystem(CONTACT_TYPE).setCode("clinic-check-in");
        contact.getPeriod().setStart(Date.from(Instant.now().minus(daysAgo, ChronoUnit.DAYS)));
        return save(contact);
    }

    private String unit(String name, String partOf) {
        var unit = new Organization().setActive(true).setName(name);
        if (partOf != null) {
            unit.setPartOf(new Reference(partOf));
        }
        return save(unit);
    }

    public <R extends Resource> String save(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        return daos.getResourceDao(type)
                .create(resource, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    public <R extends Resource> R read(Class<R> type, String reference) {
        return daos.getResourceDao(type).read(new IdType(reference), new SystemRequestDetails());
    }

    public <R extends Resource> void update(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        daos.getResourceDao(type).update(resource, new SystemRequestDetails());
    }

    public Caller midwife(String area) {
        return TestTokens.caller(practitioner, Role.MIDWIFE, moh, area);
    }

    public Caller supervisor() {
        return TestTokens.caller(practitioner, Role.SUPERVISOR, moh, moh);
    }

    public Caller doctor(String facility) {
        return TestTokens.caller(practitioner, Role.DOCTOR, facility);
    }

    public Caller herself(Mother mother) {
        return TestTokens.caller(mother.patient(), Role.MOTHER, null);
    }

    public Caller administrator() {
        return TestTokens.caller(practitioner, Role.ADMINISTRATOR, null);
    }

    public Caller system() {
        return TestTokens.caller("backend", Role.SYSTEM, null);
    }
}
