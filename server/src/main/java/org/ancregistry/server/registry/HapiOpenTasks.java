package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Task;

/** Open tasks, found by a search that stores nothing. */
final class HapiOpenTasks implements OpenTasks {

    private static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-task";
    private static final int MOST = 100;

    private final DaoRegistry daos;

    HapiOpenTasks(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public List<Task> about(String patient, String kind) {
        var search = SearchParameterMap.newSynchronous()
                .add(Task.SP_PATIENT, new ReferenceParam(patient))
                .add(Task.SP_CODE, new TokenParam(KIND, kind))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Task.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(Tasks::isOpen)
                .toList();
    }
}
