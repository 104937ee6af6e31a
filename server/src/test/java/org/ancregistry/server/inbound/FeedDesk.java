package org.ancregistry.server.inbound;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/** Another registry that announces its numbers to one that runs. */
final class FeedDesk {

    static final String PHN = "https://fhir.health.gov.lk/id/phn";

    private final RunningRegistry registry;
    private final Caller district;

    FeedDesk(RunningRegistry registry, String client) {
        this(registry, client, Set.of("system/Patient.crus"));
    }

    FeedDesk(RunningRegistry registry, String client, Set<String> scopes) {
        this.registry = registry;
        this.district = new Caller(
                client, Role.SYSTEM, null, Set.of(), scopes, client, Purpose.OPERATIONS, "test-" + UUID.randomUUID());
    }

    /** A number that nobody was given here. */
    Phn number() {
        var policy = registry.bean(PhnPolicy.class);
        return new PhnFactory(policy, new SecureRandom()).candidate(TestPointsOfIssue.another());
    }

    static Patient woman(Phn phn, String name) {
        var woman = numbered(phn).setActive(true).setGender(AdministrativeGender.FEMALE);
        woman.addName().setText(name);
        woman.setBirthDateElement(new DateType("1992-08-09"));
        return woman;
    }

    static Patient replaced(Phn phn, Phn by) {
        return numbered(phn).setActive(false).addLink(link(LinkType.REPLACEDBY, by));
    }

    static PatientLinkComponent link(LinkType type, Phn phn) {
        var other =
                new Reference().setIdentifier(new Identifier().setSystem(PHN).setValue(phn.value()));
        return new PatientLinkComponent().setType(type).setOther(other);
    }

    private static Patient numbered(Phn phn) {
        var patient = new Patient();
        patient.addIdentifier().setSystem(PHN).setValue(phn.value());
        return patient;
    }

    /** Announces one and answers with what is on record for it. */
    Patient announce(Phn phn, Patient said) {
        var answer = registry.client(district)
                .transaction()
                .withBundle(bundle(phn, said))
                .execute();
        return read(answer.getEntryFirstRep().getResponse().getLocation());
    }

    Patient read(String reference) {
        var id = new IdType(reference).toUnqualifiedVersionless();
        return registry.client(district)
                .read()
                .resource(Patient.class)
                .withId(id)
                .execute();
    }

    static Bundle bundle(Phn phn, Patient said) {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(said)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("Patient?identifier=" + PHN + "|" + phn.value());
        return bundle;
    }

    /** The record to which a number leads. */
    String holder(Phn phn) {
        return registry.bean(PhnRegister.class).holderOf(phn).orElse("nobody");
    }

    String refused(ThrowingCallable act) {
        var refused = Assertions.catchThrowableOfType(BaseServerResponseException.class, act);
        var outcome = (OperationOutcome) refused.getOperationOutcome();
        return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }

    static String name(Patient record) {
        return "Patient/" + record.getIdElement().getIdPart();
    }
}
