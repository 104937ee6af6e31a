package org.ancregistry.portals.care;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A clinic day that a midwife writes down, one mother after the other: what all its visits have in common, and whose are
 * saved. It lives in her session and names nobody.
 *
 * @param place the kind of contact, as {@code field-clinic}
 * @param seen the newest first
 */
record ClinicDay(LocalDate date, String place, List<Seen> seen) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = ClinicDay.class.getName();

    /** So many are shown; a day has fewer. */
    private static final int MOST = 100;

    ClinicDay {
        seen = List.copyOf(seen);
    }

    /**
     * A visit that is saved.
     *
     * @param patient the id of her record
     * @param sentAway whether she was referred at once
     */
    record Seen(String patient, Instant at, boolean sentAway) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    static Optional<ClinicDay> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ClinicDay day
                ? Optional.of(day)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }

    /** With one more; a second press of the same button adds nobody twice. */
    ClinicDay with(Seen visit) {
        var others = seen.stream().filter(one -> !one.patient().equals(visit.patient()));
        return new ClinicDay(
                date, place, Stream.concat(Stream.of(visit), others).limit(MOST).toList());
    }
}
