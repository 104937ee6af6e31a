package org.ancregistry.portals.identity;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ancregistry.domain.identity.LinkAudit;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.SignIns;
import org.ancregistry.domain.identity.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Links in the database: its unique constraints decide who was first, whichever node asks. */
public final class JdbcLinkedPeople implements LinkedPeople, SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcLinkedPeople.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LinkAudit audit;

    JdbcLinkedPeople(JdbcTemplate jdbc, TransactionTemplate transaction, LinkAudit audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    public Optional<String> behind(Subject subject) {
        return jdbc
                .queryForList(
                        "select person from linked_person where provider = ? and subject = ?",
                        String.class,
                        subject.provider(),
                        subject.sub())
                .stream()
                .findFirst();
    }

    @Override
    public boolean link(Subject subject, String person) {
        return link(subject, person, "registration");
    }

    /** As {@link #link(Subject, String)}; {@code reason} says by what right, in words without personal data. */
    public boolean link(Subject subject, String person, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> linkInside(subject, person, reason)));
    }

    private boolean linkInside(Subject subject, String person, String reason) {
        if (insert(subject, person)) {
            note(subject.provider(), person, "linked", reason);
            tell(person, person, true);
            return true;
        }
        return behind(subject).filter(person::equals).isPresent();
    }

    /** The savepoint lets the caller's transaction go on after a key was taken. */
    private boolean insert(Subject subject, String person) {
        ConnectionCallback<Boolean> attempt = connection -> {
            var before = connection.setSavepoint();
            try {
                jdbc.update(
                        "insert into linked_person (provider, subject, person, linked_at) values (?, ?, ?, ?)",
                        subject.provider(),
                        subject.sub(),
                        person,
                        now());
                connection.releaseSavepoint(before);
                return true;
            } catch (DuplicateKeyException taken) {
                connection.rollback(before);
                return false;
            }
        };
        return Boolean.TRUE.equals(jdbc.execute(attempt));
    }

    /**
     * Takes a person's links away, so that she can be linked anew.
     *
     * @param by {@code Practitioner/…} who takes them away
     * @return how many there were
     */
    public int unlink(String person, String by) {
        var removed = transaction.execute(status -> {
            var providers =
                    jdbc.queryForList("select provider from linked_person where person = ?", String.class, person);
            providers.forEach(provider -> note(provider, person, "unlinked", "unlinked by " + by));
            tell(person, by, false);
            return jdbc.update("delete from linked_person where person = ?", person);
        });
        return removed == null ? 0 : removed;
    }

    @Override
    public Set<String> providersOf(String person) {
        return Set.copyOf(
                jdbc.queryForList("select provider from linked_person where person = ?", String.class, person));
    }

    @Override
    public void move(String from, String to, Set<String> providers, String reason) {
        for (var provider : providers) {
            jdbc.update("update linked_person set person = ? where person = ? and provider = ?", to, from, provider);
            note(provider, to, "linked", reason);
        }
    }

    /** A mother's link is part of her registration, which is in the trail already. */
    private void tell(String person, String by, boolean linked) {
        if (person.startsWith("Practitioner/")) {
            audit.changed(person, by, linked);
        }
    }

    private void note(String provider, String person, String act, String reason) {
        jdbc.update(
                "insert into person_link_event (id, provider, person, act, reason, happened_at) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                provider,
                person,
                act,
                reason,
                now());
        LOG.info("{} {} at {}: {}", person, act, provider, reason);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
