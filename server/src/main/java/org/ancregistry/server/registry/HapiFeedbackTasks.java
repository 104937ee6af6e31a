package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import org.ancregistry.operations.answerreferral.FeedbackTasks;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Task;

/** Tasks about referrals, found by a search that stores nothing. */
final class HapiFeedbackTasks implements FeedbackTasks {

    private static final int MOST = 20;

    private final DaoRegistry daos;

    HapiFeedbackTasks(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public List<Task> openAbout(String referral) {
        var search = SearchParameterMap.newSynchronous()
                .add(Task.SP_FOCUS, new ReferenceParam(referral))
                .setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Task.class).searchForResources(search, new SystemRequestDetails()).stream()
                .filter(Tasks::isOpen)
                .toList();
    }
}
