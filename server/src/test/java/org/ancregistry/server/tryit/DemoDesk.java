package org.ancregistry.server.tryit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
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

    /**
     * Says that a pregnancy is over since that day. The registry does it of itself: no operation ends a pregnancy yet, and a
     * hospital's program is kept out of the record of a mother who said yes to her midwife only.
     */
    void finish(String pregnancy, LocalDate on) {
        var pregnancies = registry.bean(DaoRegistry.class).getResourceDao(EpisodeOfCare.class);
        var system = new SystemRequestDetails();
        var episode = pregnancies.read(new IdType(pregnancy), system);
        episode.setStatus(EpisodeOfCareStatus.FINISHED);
        episode.getPeriod().setEndElement(new DateTimeType(on.toString()));
        pregnancies.update(episode, system);
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
