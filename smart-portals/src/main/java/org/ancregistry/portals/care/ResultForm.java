package org.ancregistry.portals.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;

/**
 * Results of tests as they were typed from a paper. Its map and list can be changed, because binding fills them.
 *
 * @param requestId made with the page: sent twice, they are stored once
 * @param madeAt when the page was made
 * @param basedOn which state of the record it was made from
 * @param date the day of the results
 * @param answers by dictionary field
 * @param confirmed rare values of which the writer said that they are right, by {@link Rare#key()}
 */
record ResultForm(
        String requestId,
        String madeAt,
        String basedOn,
        TypedDate date,
        Map<String, String> answers,
        List<String> confirmed) {

    ResultForm(
            @Nullable String requestId,
            @Nullable String madeAt,
            @Nullable String basedOn,
            @Nullable TypedDate date,
            @Nullable Map<String, String> answers,
            @Nullable List<String> confirmed) {
        this.requestId = Objects.requireNonNullElse(requestId, "");
        this.madeAt = Objects.requireNonNullElse(madeAt, "");
        this.basedOn = Objects.requireNonNullElse(basedOn, "");
        this.date = Objects.requireNonNullElse(date, TypedDate.EMPTY);
        this.answers = answers == null ? new LinkedHashMap<>() : new LinkedHashMap<>(answers);
        this.confirmed = confirmed == null ? new ArrayList<>() : new ArrayList<>(confirmed);
    }

    static ResultForm empty(String basedOn, Instant now, ZoneId zone) {
        return new ResultForm(
                UUID.randomUUID().toString(),
                PageMoment.text(now),
                basedOn,
                TypedDate.of(LocalDate.ofInstant(now, zone)),
                null,
                null);
    }

    /** The same entries, based on what is in the record now. */
    ResultForm basedOn(String version) {
        return new ResultForm(requestId, madeAt, version, date, answers, confirmed);
    }

    boolean isConfirmed(Rare rare) {
        return confirmed.contains(rare.key());
    }

    Rare rare(String field) {
        return new Rare(field, answers.getOrDefault(field, "").strip());
    }
}
