package org.ancregistry.server.tryit;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.time.LocalDate;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Asks the running registry's operations over HTTP, as the portals do. */
final class DemoDesk {

    private final RunningRegistry registry;

    DemoDesk(RunningRegistry registry) {
        this.registry = registry;
    }

    /** An operation on all women, such as {@code $register-anc}. */
    Parameters ask(Caller caller, String operation, Parameters asked) {
        return client(caller)
                .operation()
                .onType(Patient.class)
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** An operation on one woman's record. */
    Parameters ask(Caller caller, String operation, String patient, Parameters asked) {
        return client(caller)
                .operation()
                .onInstance(new IdType(patient))
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** Says that a pregnancy is over since that day, as a hospital's system does. */
    void finish(Caller caller, String pregnancy, LocalDate on) {
        var client = client(caller);
        var episode = client.read()
                .resource(EpisodeOfCare.class)
                .withId(new IdType(pregnancy).getIdPart())
                .execute();
        episode.setStatus(EpisodeOfCareStatus.FINISHED);
        episode.getPeriod().setEndElement(new DateTimeType(on.toString()));
        client.update().resource(episode).execute();
    }

    private IGenericClient client(Caller caller) {
        return registry.client(caller);
    }

    /** What stands under {@code name} in an answer; a reference without its version, of an identifier its value. */
    static String text(Parameters answer, String name) {
        var value = answer.getParameter(name).getValue();
        if (value instanceof Identifier identifier) {
            return identifier.getValue();
        }
        return value instanceof Reference reference
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : value.primitiveValue();
    }
}
