package org.ancregistry.portals.midwife;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.portals.identitycheck.IdentityDrafts;
import org.ancregistry.portals.registry.Registered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The unfinished registrations in the database. A draft is its owner's alone and goes after a month. */
final class Drafts implements IdentityDrafts {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 50;
    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins a registration, and forgets the drafts that are too old. */
    Draft begin(String owner) {
        database.sql("delete from registration_draft where updated_at < :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        var id = UUID.randomUUID().toString();
        database.sql("""
                        insert into registration_draft (id, owner, entries, request_id, version, updated_at)
                        values (:id, :owner, '{}', :request, 1, :now)
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("request", UUID.randomUUID().toString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return find(id, owner).orElseThrow();
    }

    Optional<Draft> find(String id, String owner) {
        return database.sql("select * from registration_draft where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .query(Drafts::draft)
                .optional();
    }

    /** Her open drafts, the latest first. */
    List<Draft> open(String owner) {
        return database.sql("""
                        select * from registration_draft where owner = :owner and answer is null
                        order by updated_at desc limit :shown
                        """)
                .param("owner", owner)
                .param("shown", SHOWN)
                .query(Drafts::draft)
                .list();
    }

    /**
     * Saves a draft over the version it was read as.
     *
     * @throws DraftChanged when it was saved by another request since
     */
    Draft save(Draft draft) {
        var saved = database.sql("""
                        update registration_draft
                        set entries = :entries, evidence = :evidence, version = version + 1, updated_at = :now
                        where id = :id and owner = :owner and version = :version and answer is null
                        """)
                .param("entries", json(draft.entries()))
                .param("evidence", draft.evidence())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", draft.id())
                .param("owner", draft.owner())
                .param("version", draft.version())
                .update();
        if (saved == 0) {
            throw new DraftChanged();
        }
        return find(draft.id(), draft.owner()).orElseThrow();
    }

    /**
     * Notes the registry's answer in place of what was entered; only where she was seen is kept, for the referral that may
     * follow. Harmless when another press did it first.
     */
    void finish(Draft draft, Registered registered) {
        database.sql("""
                        update registration_draft
                        set entries = :kept, evidence = null, answer = :answer, version = version + 1, updated_at = :now
                        where id = :id and owner = :owner and answer is null
                        """)
                .param(
                        "kept",
                        json(draft.entry(Section.PLACE)
                                .map(place -> Map.of(Section.PLACE, place))
                                .orElse(Map.of())))
                .param("answer", json(registered))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", draft.id())
                .param("owner", draft.owner())
                .update();
    }

    void delete(String id, String owner) {
        database.sql("delete from registration_draft where id = :id and owner = :owner and answer is null")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    @Override
    public boolean belongsTo(String draft, String midwife) {
        return find(draft, midwife).filter(found -> found.answer() == null).isPresent();
    }

    /** What was decided about her number was decided for another identity: it is asked again. */
    @Override
    public boolean evidence(IdentityEvidence evidence) {
        var found = find(evidence.draft(), evidence.askedBy()).filter(open -> open.answer() == null);
        found.ifPresent(open -> save(open.with(Map.of(Steps.DECISION, "", Steps.REASON, "", Steps.MOVED, ""))
                .withEvidence(
                        evidence.handle(),
                        evidence.verified().name().map(PersonName::text).orElse(""))));
        return found.isPresent();
    }

    @Override
    public String page(String draft) {
        return "/midwife/registrations/" + draft + "/identity";
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("owner"),
                read(row.getString("entries"), new TypeReference<Map<String, String>>() {}),
                row.getString("evidence"),
                row.getString("request_id"),
                answer(row.getString("answer")),
                row.getInt("version"),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Registered answer(@Nullable String json) {
        return json == null ? null : read(json, new TypeReference<Registered>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
