package org.ancregistry.server.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.KeptOut;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Answers from the tables that the storage hooks keep: one indexed query, whoever asks, and a second one for those whom only
 * a linked record opens.
 */
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

    /**
     * Which other records a supervisor said are hers, too: both know of each other. One that was merged has nothing left that
     * is hers. HAPI keeps the references of each record in a table, in the transaction that writes it.
     */
    private static final String LINKED = """
        (select 'Patient/' || p.fhir_id as patient, 'Patient/' || o.fhir_id as record
        from hfj_resource p
        join hfj_res_link l on l.src_resource_id = p.res_id and l.src_path = 'Patient.link.other'
        join hfj_resource o on o.res_id = l.target_resource_id
        join hfj_res_link b on b.src_resource_id = o.res_id and b.src_path = 'Patient.link.other'
            and b.target_resource_id = p.res_id
        where p.res_type = 'Patient' and p.fhir_id in (:ids)
        and not exists (select 1 from record_merge m
            where m.standing in ('Patient/' || p.fhir_id, 'Patient/' || o.fhir_id)))
        """;

    /** Whoever cares for her reaches both; whom she keeps out of either, does not. */
    private static final String CARED_FOR_ELSEWHERE = "select distinct h.patient from " + LINKED + """
        h join care_relationship r on r.patient = h.record
        where (r.unit in (:units)
            or exists (select 1 from unit_part p where p.unit = r.unit and p.part_of in (:units)))
        and (r.open_until is null or r.open_until > :now)
        and not exists (select 1 from kept_out k where k.patient in (h.patient, h.record)
            and (k.who in (:asking) or k.who = r.unit
                or k.who = 'others' and r.reason not in ('pregnancy', 'hand-over')))
        """;

    private static final String IN_EMERGENCY_ELSEWHERE = "select distinct h.patient from " + LINKED + """
        h join emergency_access e on e.patient = h.record
        where e.practitioner = :doctor and e.open_until > :now
        and not exists (select 1 from kept_out k
            where k.patient in (h.patient, h.record) and k.who = e.practitioner)
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCareRelationships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<String> caredFor(Caller caller, Collection<String> patients) {
        return caller.careUnits().isEmpty()
                ? Set.of()
                : onAnyRecord(
                        patients,
                        CARED_FOR,
                        CARED_FOR_ELSEWHERE,
                        asked -> asked.param("units", caller.careUnits()).param("asking", KeptOut.wordsFor(caller)));
    }

    @Override
    public Set<String> openedInEmergency(Caller doctor, Collection<String> patients) {
        return onAnyRecord(patients, IN_EMERGENCY, IN_EMERGENCY_ELSEWHERE, asked -> asked.param("doctor", doctor.id()));
    }

    /** Linked records are looked for only where the records themselves do not answer for all. */
    private Set<String> onAnyRecord(
            Collection<String> patients, String own, String elsewhere, UnaryOperator<StatementSpec> who) {
        if (patients.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<>(who.apply(ask(own, patients))
                .param("now", now())
                .query(String.class)
                .set());
        var others = patients.stream()
                .filter(patient -> !found.contains(patient))
                .map(patient -> new IdType(patient).getIdPart())
                .toList();
        if (!others.isEmpty()) {
            found.addAll(who.apply(jdbc.sql(elsewhere).param("ids", others))
                    .param("now", now())
                    .query(String.class)
                    .set());
        }
        return found;
    }

    @Override
    public Set<String> openToClinic(Caller caller, Collection<String> patients) {
        return notKeepingOut(KeptOut.wordsForClinic(caller), patients);
    }

    @Override
    public Set<String> openToPrograms(Collection<String> patients) {
        return notKeepingOut(KeptOut.wordsForPrograms(), patients);
    }

    private Set<String> notKeepingOut(Set<String> words, Collection<String> patients) {
        if (patients.isEmpty()) {
            return Set.of();
        }
        var open = new HashSet<>(patients);
        open.removeAll(ask("select patient from kept_out where patient in (:patients) and who in (:words)", patients)
                .param("words", words)
                .query(String.class)
                .set());
        return Set.copyOf(open);
    }

    private StatementSpec ask(String sql, Collection<String> patients) {
        return jdbc.sql(sql).param("patients", patients);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
