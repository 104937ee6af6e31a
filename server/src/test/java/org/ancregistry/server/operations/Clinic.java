package org.ancregistry.server.operations;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A field clinic with its area, a hospital, and the people who work there, in a registry that runs. */
final class Clinic {

    final RunningRegistry registry;
    final String area;
    final String fieldClinic;
    final String hospital;
    final Caller midwife;
    final Caller doctor;

    Clinic(RunningRegistry registry) {
        this.registry = registry;
        this.area = save(new Organization().setActive(true).setName("PHM area"));
        this.fieldClinic = save(place("Field clinic", "9902"));
        this.hospital = save(place("Hospital", "9903"));
        var kumari = save(new Practitioner().setActive(true));
        var fernando = save(new Practitioner().setActive(true));
        this.midwife = TestTokens.caller(kumari, Role.MIDWIFE, fieldClinic, area);
        this.doctor = TestTokens.caller(fernando, Role.DOCTOR, hospital);
    }

    private static Organization place(String name, String pointOfIssue) {
        var place = new Organization().setActive(true).setName(name);
        place.addIdentifier()
                .setSystem("https://ancregistry.org/fhir/id/point-of-issue")
                .setValue(pointOfIssue);
        return place;
    }

    private <R extends Resource> String save(R resource) {
        @SuppressWarnings("unchecked")
        var type = (Class<R>) resource.getClass();
        return registry.bean(DaoRegistry.class)
                .getResourceDao(type)
                .create(resource, new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    IGenericClient as(Caller caller) {
        var client = registry.client();
        client.registerInterceptor(new BearerTokenAuthInterceptor(registry.token(caller)));
        return client;
    }

    /** Calls an operation on all patients. */
    Parameters ask(Caller caller, String operation, Parameters asked) {
        return as(caller)
                .operation()
                .onType(Patient.class)
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** Calls an operation on one patient. */
    Parameters ask(Caller caller, String operation, String patient, Parameters asked) {
        return as(caller)
                .operation()
                .onInstance(new IdType(patient))
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** The code under which something was refused. */
    static String refusal(ThrowingCallable act) {
        var refused = Assertions.catchThrowableOfType(BaseServerResponseException.class, act);
        var outcome = (OperationOutcome) refused.getOperationOutcome();
        return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }

    /** A woman whom nobody verified, registered with a new PHN. */
    Parameters registration(String requestId, Patient person) {
        var asked = new Parameters();
        asked.addParameter("request-id", requestId);
        asked.addParameter("draft", "draft-" + requestId);
        add(asked, "unverified-reason", new CodeType("no-id"));
        asked.addParameter().setName("person").setResource(person);
        add(asked, "phn-decision", new CodeType("issue-new"));
        answer(asked, "gravida", new IntegerType(2));
        answer(asked, "parity", new IntegerType(1));
        answer(
                asked,
                "lmp",
                new DateType(LocalDate.now(ZoneOffset.UTC).minusWeeks(12).toString()));
        answer(asked, "hx_dm2", new BooleanType(false));
        answer(asked, "hx_hypertension", new BooleanType(true));
        var consent = asked.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        consent.addPart().setName("spoken").setValue(new BooleanType(true));
        return asked;
    }

    /** A healthy contact. */
    Parameters visit(String requestId, String basedOn) {
        var asked = new Parameters();
        asked.addParameter("request-id", requestId);
        asked.addParameter("based-on", basedOn);
        add(asked, "contact-date", DateTimeType.now());
        add(asked, "contact-type", new CodeType("hospital-clinic"));
        answer(asked, "danger_none", new BooleanType(true));
        answer(asked, "systolic", new IntegerType(118));
        answer(asked, "diastolic", new IntegerType(76));
        return asked;
    }

    static void answer(Parameters asked, String field, Type value) {
        var answer = asked.addParameter().setName("answer");
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
    }

    static void add(Parameters asked, String name, Type value) {
        asked.addParameter().setName(name).setValue(value);
    }

    static Patient woman(String name) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE);
        woman.addName().setText(name);
        woman.setBirthDateElement(new DateType("1994-05-06"));
        return woman;
    }

    /** A woman with a national ID number of her own. */
    static Patient womanWithNumber(String name) {
        var woman = woman(name);
        var serial = ThreadLocalRandom.current().nextInt(1_000_000);
        woman.addIdentifier()
                .setSystem("https://fhir.health.gov.lk/id/nic")
                .setValue("199462" + String.format("%06d", serial));
        return woman;
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    static StringType string(String text) {
        return new StringType(text);
    }
}
