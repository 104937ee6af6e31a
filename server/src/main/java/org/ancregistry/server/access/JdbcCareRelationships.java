package org.ancregistry.server.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.access.CareRelationships;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the table that the storage hooks keep: one indexed query, whoever asks. */
final class JdbcCareRelationships implements CareRelationships {

    /** A unit cares for its own and for those of the areas within it. */
    private static final String OPEN = " (r.unit in (:units)"
            + " or exists (select 1 from unit_part p where p.unit = r.unit and p.part_of in (:units)))"
            + " and (r.open_until is null or r.open_until > :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCareRelationships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> reached(Collection<String> units, Collection<String> patients) {
        if (units.isEmpty() || patients.isEmpty()) {
            return Set.of();
        }
        var doctors = units.stream().filter(JdbcCareRelationships::isDoctor).toList();
        var places = units.stream().filter(unit -> !isDoctor(unit)).toList();
        var reached = places.isEmpty() ? Set.<String>of() : inCare(places, patients);
        if (doctors.isEmpty() || reached.containsAll(patients)) {
            return reached;
        }
        var all = new HashSet<>(reached);
        all.addAll(inEmergency(doctors, patients));
        return Set.copyOf(all);
    }

    /** A doctor who opened a record in an emergency stands among the units with her own name. */
    private static boolean isDoctor(String unit) {
        return unit.startsWith("Practitioner/");
    }

    private Set<String> inCare(Collection<String> places, Collection<String> patients) {
        return jdbc.sql("select distinct r.patient from care_relationship r where r.patient in (:patients) and" + OPEN)
                .param("patients", patients)
                .param("units", places)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
    }

    private Set<String> inEmergency(Collection<String> doctors, Collection<String> patients) {
        return jdbc.sql("select distinct patient from emergency_access where practitioner in (:doctors)"
                        + " and patient in (:patients) and open_until > :now")
                .param("doctors", doctors)
                .param("patients", patients)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
    }

    @Override
    public Set<String> allReached(Collection<String> units, int limit) {
        if (units.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select distinct r.patient from care_relationship r where" + OPEN + " limit :limit")
                .param("units", units)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(String.class)
                .set();
    }
}
