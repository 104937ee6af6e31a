package org.ancregistry.server.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.KeptOut;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the tables that the storage hooks keep: one indexed query, whoever asks. */
final class JdbcCareRelationships implements CareRelationships {

    /** A unit cares for its own and for those of the areas within it; she may keep it, or the one who asks, out. */
    private static final String CARED_FOR = """
        select distinct r.patient from care_relationship r
        where r.patient in (:patients)
        and (r.unit in (:units)
            or exists (select 1 from unit_part p where p.unit = r.unit and p.part_of in (:units)))
        and (r.open_until is null or r.open_until > :now)
        and not exists (select 1 from kept_out k where k.patient = r.patient
            and (k.who in (:asking) or k.who = r.unit
                or k.who = 'others' and r.reason not in ('pregnancy', 'hand-over')))
        """;

    /** What she closed to all, an emergency opens; a person whom she named stays out. */
    private static final String IN_EMERGENCY = """
        select distinct e.patient from emergency_access e
        where e.practitioner = :doctor and e.patient in (:patients) and e.open_until > :now
        and not exists (select 1 from kept_out k where k.patient = e.patient and k.who = e.practitioner)
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCareRelationships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> caredFor(Caller caller, Collection<String> patients) {
        return patients.isEmpty() || caller.careUnits().isEmpty()
                ? Set.of()
                : ask(CARED_FOR, patients)
                        .param("units", caller.careUnits())
                        .param("asking", KeptOut.wordsFor(caller))
                        .param("now", now())
                        .query(String.class)
                        .set();
    }

    @Override
    public Set<String> openedInEmergency(Caller doctor, Collection<String> patients) {
        return patients.isEmpty()
                ? Set.of()
                : ask(IN_EMERGENCY, patients)
                        .param("doctor", doctor.id())
                        .param("now", now())
                        .query(String.class)
                        .set();
    }

    @Override
    public Set<String> openToPrograms(Collection<String> patients) {
        if (patients.isEmpty()) {
            return Set.of();
        }
        var open = new HashSet<>(patients);
        open.removeAll(ask("select patient from kept_out where patient in (:patients) and who in (:programs)", patients)
                .param("programs", KeptOut.wordsForPrograms())
                .query(String.class)
                .set());
        return Set.copyOf(open);
    }

    private JdbcClient.StatementSpec ask(String sql, Collection<String> patients) {
        return jdbc.sql(sql).param("patients", patients);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
