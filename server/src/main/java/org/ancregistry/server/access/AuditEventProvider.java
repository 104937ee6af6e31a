package org.ancregistry.server.access;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.Refusal;
import org.ancregistry.interceptors.access.LooksForStaff;
import org.ancregistry.operations.FhirOperation;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Tells who did what with whose record, newest first: a mother about her own, a privacy officer about all, and those who
 * look after a woman about hers, as far as {@link LooksForStaff} goes. There is no way to write an AuditEvent through it,
 * and HAPI's own store of AuditEvents is not there.
 */
public final class AuditEventProvider implements IResourceProvider, FhirOperation {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final String WOMAN = "woman";

    private final AuditEventSearch events;
    private final AuditAgents agents;

    AuditEventProvider(AuditEventSearch events, AuditAgents agents) {
        this.events = events;
        this.agents = agents;
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    /** Whose it is, is judged when it leaves. */
    @Read
    public AuditEvent read(@IdParam IdType id) {
        return events.withId(id.getIdPart()).orElseThrow(() -> Refusal.NOT_FOUND.because(Refusal.NO_SUCH_RECORD));
    }

    /**
     * The access interceptor lets a mother ask about herself only, and staff about one woman in their care.
     *
     * @param phn the number on a mother's card, in place of her Patient, which a privacy officer may not look up
     * @param purpose a code of v3-ActReason, {@code BTG} for emergencies
     * @param about {@code woman} leaves out what was about nobody's record
     */
    @Search(allowUnknownParams = true)
    public IBundleProvider search(
            @OptionalParam(name = AuditEvent.SP_PATIENT) @Nullable ReferenceParam patient,
            @OptionalParam(name = "phn") @Nullable TokenParam phn,
            @OptionalParam(name = AuditEvent.SP_AGENT) @Nullable ReferenceParam agent,
            @OptionalParam(name = AuditEvent.SP_DATE) @Nullable DateRangeParam date,
            @OptionalParam(name = "purpose") @Nullable TokenParam purpose,
            @OptionalParam(name = AuditEvent.SP_OUTCOME) @Nullable TokenParam outcome,
            @OptionalParam(name = "about") @Nullable TokenParam about,
            @IncludeParam(allow = "AuditEvent:agent") @Nullable Set<Include> includes,
            @Offset @Nullable Integer offset,
            @Count @Nullable Integer count,
            RequestDetails request) {
        var role = role(request);
        if (patient == null && role != Role.PRIVACY_OFFICER) {
            throw Refusal.FORBIDDEN.because("Say whose record you ask about: name the patient in the search.");
        }
        var from = Math.max(Objects.requireNonNullElse(offset, 0), 0);
        var size = Math.min(Math.max(Objects.requireNonNullElse(count, USUAL_PAGE), 1), LARGEST_PAGE);
        var query = AuditQuery.of(patient, phn, agent, date, purpose, outcome);
        if (about != null && WOMAN.equals(about.getValue())) {
            query.aboutWomen();
        }
        var found = events.find(role != null && LooksForStaff.areFor(role) ? query.forStaff() : query, from, size);
        var shown = new ArrayList<Resource>(found);
        if (includes != null && !includes.isEmpty()) {
            shown.addAll(agents.of(found));
        }
        var page = new SimpleBundleProvider(shown);
        page.setCurrentPageOffset(from);
        page.setCurrentPageSize(size);
        page.setSize(found.size() < size ? Integer.valueOf(from + found.size()) : null);
        return page;
    }

    private static @Nullable Role role(RequestDetails request) {
        return request.getUserData().get(Caller.class) instanceof Caller caller ? caller.role() : null;
    }
}
