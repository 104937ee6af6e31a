package org.ancregistry.portals.admin;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.portals.signin.LinkCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Links and codes in the database. */
final class JdbcStaffLinks implements StaffLinks {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LinkCodes codes;
    private final JdbcLinkedPeople links;
    private final IssuedTokens tokens;

    JdbcStaffLinks(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            LinkCodes codes,
            JdbcLinkedPeople links,
            IssuedTokens tokens) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.codes = codes;
        this.links = links;
        this.tokens = tokens;
    }

    @Override
    public Set<String> linked(Collection<String> practitioners) {
        return practitioners.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("select distinct person from linked_person where person in (:people)")
                        .param("people", practitioners)
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String newCode(String practitioner, String by) {
        var code = transaction.execute(status -> {
            endCodes(practitioner);
            return codes.forStaff(practitioner, by);
        });
        if (code == null) {
            throw new IllegalStateException("No code was made.");
        }
        return code;
    }

    /** Her tokens end with the link, so that she is out at once and not when they run out. */
    @Override
    public boolean unlink(String practitioner, String by, Collection<String> administrators) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (administrators.contains(practitioner) && isLast(practitioner, administrators)) {
                return false;
            }
            endCodes(practitioner);
            links.unlink(practitioner, by);
            tokens.revokeAllOf(practitioner);
            return true;
        }));
    }

    /** Their rows stay locked, so that two who unlink each other wait, and the second finds herself the last. */
    private boolean isLast(String practitioner, Collection<String> administrators) {
        return jdbc
                .sql("select person from linked_person where person in (:people) order by provider, person for update")
                .param("people", administrators)
                .query(String.class)
                .list()
                .stream()
                .allMatch(practitioner::equals);
    }

    /** An ended code stays in the table, which tells who gave it to whom. */
    private void endCodes(String practitioner) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        jdbc.sql("update link_code set expires_at = ? where person = ? and used_at is null and expires_at > ?")
                .params(now, practitioner, now)
                .update();
    }
}
