package org.ancregistry.server.directory;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Finds what was left to look for when the directory did not answer. */
final class OpenLooks {

    private final DaoRegistry daos;

    OpenLooks(DaoRegistry daos) {
        this.daos = daos;
    }

    /** {@code Task/…}, the oldest first. */
    List<String> oldest(int most) {
        var search = SearchParameterMap.newSynchronous()
                .add(Task.SP_CODE, new TokenParam(Canon.codeSystem("anc-task"), Tasks.MATCH_LATER))
                .add(Task.SP_STATUS, new TokenParam(TaskStatus.REQUESTED.toCode()))
                .setSort(new SortSpec("_lastUpdated", SortOrderEnum.ASC))
                .setLoadSynchronousUpTo(most);
        return daos.getResourceDao(Task.class).searchForResources(search, new SystemRequestDetails()).stream()
                .map(Canon::referenceTo)
                .toList();
    }
}
