package org.ancregistry.server.stored;

import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.cross.IBasePersistedResource;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.model.entity.BaseTag;
import ca.uhn.fhir.jpa.model.entity.IBaseResourceEntity;
import ca.uhn.fhir.jpa.model.entity.ResourceEncodingEnum;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's parser, which keeps with what was found the text that it was read from. HAPI parses what it finds by itself, and
 * comes here with each resource and its row for what the row says beside the text.
 */
final class TextKeepingParser implements IJpaStorageResourceParser {

    private final IJpaStorageResourceParser hapi;

    TextKeepingParser(IJpaStorageResourceParser hapi) {
        this.hapi = hapi;
    }

    @Override
    public <R extends IBaseResource> R populateResourceMetadata(
            IBaseResourceEntity<?> entity,
            boolean forHistory,
            @Nullable Collection<? extends BaseTag> tags,
            long version,
            R target) {
        var found = hapi.populateResourceMetadata(entity, forHistory, tags, version, target);
        if (entity instanceof ResourceHistoryTable stored
                && stored.getEncoding() == ResourceEncodingEnum.JSON
                && found instanceof Resource resource) {
            new StoredText(stored.getResourceTextVc()).keepWithFound(resource);
        }
        return found;
    }

    @Override
    public <R extends IBaseResource> R toResource(
            @Nullable RequestDetails request,
            Class<R> type,
            IBaseResourceEntity<?> entity,
            @Nullable Collection<BaseTag> tags,
            boolean forHistory) {
        return hapi.toResource(request, type, entity, tags, forHistory);
    }

    @Override
    public IBaseResource toResource(IBasePersistedResource<JpaPid> entity, boolean forHistory) {
        return hapi.toResource(entity, forHistory);
    }

    @Override
    public void updateResourceMetadata(IBaseResourceEntity<?> entity, IBaseResource resource) {
        hapi.updateResourceMetadata(entity, resource);
    }
}
