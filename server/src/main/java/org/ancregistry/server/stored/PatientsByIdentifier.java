package org.ancregistry.server.stored;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds a woman by one number, which is what other programs ask most, with one statement on HAPI's index. Everything more
 * than one number HAPI finds.
 */
public final class PatientsByIdentifier implements IResourceProvider {

    private static final String PARAMETER = "identifier";

    /** They say nothing of whom to find. */
    private static final Set<String> BESIDE_IT = Set.of(PARAMETER, "_count", "_format", "_pretty", "_elements");

    /** Nobody has more records than that under one number; who has, is found by HAPI, page by page. */
    private static final int MOST = 20;

    private static final String FOUND = StoredBodies.SELECT.formatted("(select distinct res_id from hfj_spidx_token"
            + " where hash_sys_and_value = :hash and res_type = 'Patient' limit " + (MOST + 1) + ")");

    private final JdbcClient jdbc;
    private final StoredBodies bodies;
    private final PartitionSettings partitions;
    private final IFhirResourceDao<Patient> patients;

    PatientsByIdentifier(
            JdbcClient jdbc, StoredBodies bodies, PartitionSettings partitions, IFhirResourceDao<Patient> patients) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.partitions = partitions;
        this.patients = patients;
    }

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    /** HAPI comes here when nothing but one parameter with numbers is given, and those that are named below. */
    @Search
    public IBundleProvider find(
            RequestDetails request,
            @RequiredParam(name = PARAMETER) TokenOrListParam identifiers,
            @OptionalParam(name = "_id") @Nullable TokenAndListParam ids,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam lastUpdated,
            @Sort @Nullable SortSpec sort,
            @Count @Nullable Integer count,
            @Offset @Nullable Integer offset,
            @Nullable SummaryEnum summary,
            @Nullable SearchTotalModeEnum total) {
        var number = theOnlyNumber(request, identifiers);
        if (number.isPresent()) {
            var found = found(number.get());
            if (found.size() <= Math.min(MOST, count == null ? MOST : count)) {
                return new SimpleBundleProvider(Judged.shown(request, found));
            }
        }
        var asked = new SearchParameterMap();
        asked.add(PARAMETER, new TokenAndListParam().addAnd(identifiers));
        asked.add("_id", ids);
        asked.setLastUpdated(lastUpdated);
        asked.setSort(sort).setCount(count).setOffset(offset);
        asked.setSummaryMode(summary);
        asked.setSearchTotalMode(total);
        return patients.search(asked, request);
    }

    private static Optional<TokenParam> theOnlyNumber(RequestDetails request, TokenOrListParam identifiers) {
        var tokens = identifiers.getValuesAsQueryTokens();
        return BESIDE_IT.containsAll(request.getParameters().keySet()) && tokens.size() == 1
                ? Optional.of(tokens.get(0)).filter(PatientsByIdentifier::isWhole)
                : Optional.empty();
    }

    private static boolean isWhole(TokenParam token) {
        return token.getModifier() == null
                && token.getMissing() == null
                && token.getSystem() != null
                && !token.getSystem().isBlank()
                && token.getValue() != null
                && !token.getValue().isBlank();
    }

    private List<Resource> found(TokenParam number) {
        var hash = ResourceIndexedSearchParamToken.calculateHashSystemAndValue(
                partitions,
                RequestPartitionId.allPartitions(),
                "Patient",
                PARAMETER,
                number.getSystem(),
                number.getValue());
        return jdbc.sql(FOUND)
                .param("hash", hash)
                .query((row, line) -> aMatch(bodies.readToShow(row, line)))
                .list();
    }

    private static Resource aMatch(Resource patient) {
        ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(patient, BundleEntrySearchModeEnum.MATCH);
        return patient;
    }
}
