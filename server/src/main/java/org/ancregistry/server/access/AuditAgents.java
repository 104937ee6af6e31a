package org.ancregistry.server.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** The people and places that audit events name, so that whoever reads them need not ask for each. */
final class AuditAgents {

    private final DaoRegistry daos;

    AuditAgents(DaoRegistry daos) {
        this.daos = daos;
    }

    List<Resource> of(Collection<AuditEvent> events) {
        var all = new ArrayList<Resource>(named(events, Practitioner.class));
        all.addAll(named(events, Organization.class));
        return all;
    }

    private <R extends Resource> List<R> named(Collection<AuditEvent> events, Class<R> type) {
        var ids = ids(events, type.getSimpleName());
        if (ids.isEmpty()) {
            return List.of();
        }
        var wanted = new TokenOrListParam();
        ids.forEach(wanted::add);
        var search = SearchParameterMap.newSynchronous().add("_id", wanted);
        var found = daos.getResourceDao(type).searchForResources(search, new SystemRequestDetails());
        found.forEach(one -> ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(one, BundleEntrySearchModeEnum.INCLUDE));
        return found;
    }

    private static Set<String> ids(Collection<AuditEvent> events, String type) {
        return events.stream()
                .flatMap(event -> event.getAgent().stream())
                .map(agent -> agent.getWho().getReferenceElement())
                .filter(id -> type.equals(id.getResourceType()))
                .map(id -> id.getIdPart())
                .collect(Collectors.toSet());
    }
}
