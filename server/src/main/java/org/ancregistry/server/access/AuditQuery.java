package org.ancregistry.server.access;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.ancregistry.domain.access.Role;
import org.ancregistry.interceptors.access.LooksForStaff;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the trail, as conditions on its columns that all must hold.
 *
 * @param phn a card's number whose holder is meant
 */
record AuditQuery(
        List<String> conditions,
        List<Object> values,
        @Nullable String phn) {

    static AuditQuery of(
            @Nullable ReferenceParam patient,
            @Nullable TokenParam phn,
            @Nullable ReferenceParam agent,
            @Nullable DateRangeParam date,
            @Nullable TokenParam purpose,
            @Nullable TokenParam outcome) {
        var query = new AuditQuery(new ArrayList<>(), new ArrayList<>(), phn == null ? null : phn.getValue());
        query.and("patient = ?", patient == null ? null : "Patient/" + patient.getIdPart());
        query.and("agent = ?", agent == null ? null : name(agent));
        query.and("purpose = ?", purpose == null ? null : purpose.getValue());
        query.and("outcome = ?", outcome == null ? null : outcome.getValue());
        if (date != null) {
            query.and("recorded >= ?", moment(date.getLowerBoundAsInstant()));
            query.and("recorded <= ?", moment(date.getUpperBoundAsInstant()));
        }
        return query;
    }

    /** A program has no resource: its name stands alone. */
    private static String name(ReferenceParam agent) {
        return agent.hasResourceType() ? agent.getResourceType() + "/" + agent.getIdPart() : agent.getIdPart();
    }

    private static @Nullable Object moment(@Nullable Date bound) {
        return bound == null ? null : bound.toInstant().atOffset(ZoneOffset.UTC);
    }

    /** Asks for nothing where there is no value. */
    void and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    /** Leaves out what was about nobody's record. */
    void aboutWomen() {
        conditions.add("patient is not null");
    }

    /** What {@link LooksForStaff} leaves out is not even found: a page with a gap would tell that it was there. */
    AuditQuery forStaff() {
        and("(role is null or role <> ?)", Role.PRIVACY_OFFICER.code());
        var views = LooksForStaff.OWN_VIEWS;
        var isView = String.join(" or ", Collections.nCopies(views.size(), "resource like ?"));
        and("(role is null or role <> ? or agent = patient and (" + isView + "))", Role.MOTHER.code());
        views.forEach(view -> values.add("%\"code\":\"" + view + "\"%"));
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
