package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.AppointmentBook;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/** Appointments, found by a search that stores nothing. */
final class HapiAppointmentBook implements AppointmentBook {

    private static final int MOST = 100;

    private static final Set<AppointmentStatus> CALLED_OFF =
            Set.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR);

    private final DaoRegistry daos;

    HapiAppointmentBook(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public List<Entry> since(String patient, Instant from) {
        var search = SearchParameterMap.newSynchronous()
                .add(Appointment.SP_PATIENT, new ReferenceParam(patient))
                .add(Appointment.SP_DATE, new DateRangeParam(Date.from(from), null))
                .setSort(new SortSpec(Appointment.SP_DATE))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Appointment.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(Appointment::hasStart)
                .map(HapiAppointmentBook::entry)
                .toList();
    }

    private static Entry entry(Appointment appointment) {
        return new Entry(
                appointment.getIdElement().getIdPart(),
                appointment.getStart().toInstant(),
                CALLED_OFF.contains(appointment.getStatus()),
                appointment.getMeta().getVersionId());
    }
}
