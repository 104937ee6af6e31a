package org.ancregistry.portals.care;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.portals.web.ScanSaid;
import org.ancregistry.portals.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What a scan report says, as it was typed.
 *
 * @param requestId made with the page: sent twice, it is written once
 * @param madeAt when the page was made
 * @param basedOn which state of the record it was made from
 * @param shown the due date that was computed and shown before
 */
record DatingForm(
        String requestId,
        String madeAt,
        String basedOn,
        TypedDate scanned,
        String weeks,
        String days,
        TypedDate due,
        String shown) {

    DatingForm(
            @Nullable String requestId,
            @Nullable String madeAt,
            @Nullable String basedOn,
            @Nullable TypedDate scanned,
            @Nullable String weeks,
            @Nullable String days,
            @Nullable TypedDate due,
            @Nullable String shown) {
        this.requestId = text(requestId);
        this.madeAt = text(madeAt);
        this.basedOn = text(basedOn);
        this.scanned = Objects.requireNonNullElse(scanned, TypedDate.EMPTY);
        this.weeks = text(weeks);
        this.days = text(days);
        this.due = Objects.requireNonNullElse(due, TypedDate.EMPTY);
        this.shown = text(shown);
    }

    static DatingForm empty(String basedOn, String madeAt) {
        return new DatingForm(UUID.randomUUID().toString(), madeAt, basedOn, null, null, null, null, null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** The same entries, based on what is in the record now. */
    DatingForm basedOn(String version) {
        return new DatingForm(requestId, madeAt, version, scanned, weeks, days, due, "");
    }

    /** The same entries, with what follows from them. */
    DatingForm showing(Dating dating) {
        return new DatingForm(
                requestId,
                madeAt,
                basedOn,
                scanned,
                weeks,
                days,
                due,
                dating.edd().toString());
    }

    /** The due date that the scan gives; empty where something must be put right, which {@code errors} then says. */
    Optional<Dating> dating(LocalDate today, BindingResult errors) {
        var said = new ScanSaid(scanned, weeks, days, due);
        var wrong = said.wrong(today);
        wrong.ifPresent(what -> errors.rejectValue(what.field(), what.key()));
        return wrong.isPresent() ? Optional.empty() : said.dating();
    }

    boolean wasShown(Dating dating) {
        return shown.equals(dating.edd().toString());
    }
}
