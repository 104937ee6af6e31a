package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The record in HAPI's store. This is the one place where operations write and read as the system: each of them has
 * judged its caller before, and the answer is held against the caller's decision once more when it leaves.
 */
public final class HapiRecords implements Records, Transactions {

    private static final int ATTEMPTS = 4;

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final IHapiTransactionService transactions;

    public HapiRecords(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, IHapiTransactionService transactions) {
        this.daos = daos;
        this.system = system;
        this.transactions = transactions;
    }

    /** Does the whole act again when another transaction was in its way: it reads afresh what the other wrote. */
    @Override
    public <T> T inOne(Caller caller, Supplier<T> act) {
        for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(act);
            } catch (ResourceVersionConflictException inTheWay) {
                Thread.onSpinWait();
            }
        }
        return lastly(act);
    }

    private <T> T lastly(Supplier<T> act) {
        try {
            return once(act);
        } catch (ResourceVersionConflictException inTheWay) {
            throw Problem.REQUEST_BUSY.because("Others are writing the same record at this moment: send it again.");
        }
    }

    private <T> T once(Supplier<T> act) {
        return transactions.withRequest(asSystem()).execute(act::get);
    }

    @Override
    public <R extends Resource> Optional<R> read(Class<R> type, String reference) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(reference), asSystem()));
        } catch (ResourceNotFoundException | ResourceGoneException missing) {
            return Optional.empty();
        }
    }

    @Override
    public <R extends Resource> List<R> readAll(Class<R> type, Collection<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        var ids = new TokenOrListParam();
        references.forEach(reference -> ids.add(new IdType(reference).getIdPart()));
        var search = SearchParameterMap.newSynchronous().add("_id", ids);
        return daos.getResourceDao(type).searchForResources(search, asSystem());
    }

    @Override
    public void write(List<? extends Resource> resources) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Operations write inside one transaction.");
        }
        var asked = new Bundle().setType(BundleType.TRANSACTION);
        resources.forEach(resource -> add(asked, resource));
        var answered = system.transactionNested(asSystem(), asked).getEntry();
        for (var i = 0; i < resources.size(); i++) {
            name(resources.get(i), new IdType(answered.get(i).getResponse().getLocation()));
        }
    }

    private static void add(Bundle bundle, Resource resource) {
        var id = resource.getIdElement();
        var entry = bundle.addEntry().setResource(resource);
        if (id.getValue().startsWith("urn:uuid:")) {
            entry.setFullUrl(id.getValue());
            entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        } else {
            entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(resource.fhirType() + "/" + id.getIdPart());
        }
    }

    private static void name(Resource resource, IdType stored) {
        resource.setId(stored);
        resource.getMeta().setVersionId(stored.getVersionIdPart());
    }

    private static SystemRequestDetails asSystem() {
        return new SystemRequestDetails();
    }
}
