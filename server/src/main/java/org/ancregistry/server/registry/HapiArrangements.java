package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What contacts arranged. An appointment does not say at which contact it was made: the Provenance of that act does. */
final class HapiArrangements {

    private static final int MOST = 200;

    private final DaoRegistry daos;

    HapiArrangements(DaoRegistry daos) {
        this.daos = daos;
    }

    /** What that contact ({@code Encounter/…}) arranged, where nobody has changed it since. */
    List<Resource> at(String contact) {
        return Stream.<Resource>concat(appointments(contact), feedback(contact)).toList();
    }

    private Stream<Task> feedback(String contact) {
        return search(Task.class, Task.SP_ENCOUNTER, contact).filter(Tasks::isFeedbackAsked);
    }

    /** Later acts that name the contact, a merge for instance, name appointments of others with it. */
    private Stream<Appointment> appointments(String contact) {
        return search(Provenance.class, Provenance.SP_TARGET, contact)
                .min(Comparator.comparing(Provenance::getRecorded))
                .stream()
                .flatMap(act -> act.getTarget().stream())
                .map(Reference::getReferenceElement)
                .filter(target -> "Appointment".equals(target.getResourceType()))
                .map(target -> read(target.toUnqualifiedVersionless()))
                .filter(Appointments::stands)
                .filter(this::isAsWritten);
    }

    private boolean isAsWritten(Appointment appointment) {
        var first = read(appointment.getIdElement().withVersion("1"));
        return Appointments.stands(first)
                && first.getStartElement().equalsDeep(appointment.getStartElement())
                && Appointments.place(first).equals(Appointments.place(appointment));
    }

    private Appointment read(IIdType id) {
        return daos.getResourceDao(Appointment.class).read(id, new SystemRequestDetails());
    }

    private <R extends Resource> Stream<R> search(Class<R> type, String parameter, String target) {
        var search = SearchParameterMap.newSynchronous()
                .add(parameter, new ReferenceParam(target))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(type).searchForResources(search, new SystemRequestDetails()).stream();
    }
}
