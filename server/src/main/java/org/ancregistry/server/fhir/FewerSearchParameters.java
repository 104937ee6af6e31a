package org.ancregistry.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Tells HAPI of the retired search parameters beside those that are stored. */
final class FewerSearchParameters implements BeanPostProcessor {

    private final List<SearchParameter> retired = RetiredSearchParameters.all(FhirContext.forR4Cached());

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ISearchParamProvider stored ? new WithRetired(stored, retired) : bean;
    }

    private record WithRetired(ISearchParamProvider stored, List<SearchParameter> retired)
            implements ISearchParamProvider {

        @Override
        public IBundleProvider search(SearchParameterMap asked) {
            var all = new ArrayList<IBaseResource>(retired);
            all.addAll(stored.search(asked).getAllResources());
            return new SimpleBundleProvider(all);
        }

        @Override
        public IBaseResource read(IIdType id) {
            return stored.read(id);
        }
    }
}
