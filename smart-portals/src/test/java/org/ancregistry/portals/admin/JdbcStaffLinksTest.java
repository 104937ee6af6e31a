package org.ancregistry.portals.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.ancregistry.domain.identity.LinkAudit;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.portals.signin.LinkCodes;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcStaffLinksTest {

    private static final String KUMARI = "Practitioner/kumari";
    private static final String THILAKA = "Practitioner/thilaka";
    private static final String BOSS = "Practitioner/boss";

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    private final List<String> audited = new ArrayList<>();
    private final StaffLinks links;

    JdbcStaffLinksTest() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/portals")
                .load()
                .migrate();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        parts.registerBean(JdbcTemplate.class, () -> jdbc);
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        parts.registerBean(TransactionTemplate.class, () -> transaction);
        parts.registerBean(
                LinkAudit.class,
                () -> (person, by, linked) -> audited.add(person + (linked ? " in by " : " out by ") + by));
        parts.registerBean(LinkCodes.class);
        parts.registerBean(JdbcLinkedPeople.class);
        parts.registerBean(IssuedTokens.class);
        parts.refresh();
        links = new JdbcStaffLinks(
                parts.getBean(JdbcClient.class),
                transaction,
                parts.getBean(LinkCodes.class),
                people(),
                parts.getBean(IssuedTokens.class));
    }

    @Test
    void knowsWhoIsLinked() {
        people().link(new Subject("esignet", "sub-1"), KUMARI);

        assertThat(links.linked(List.of(KUMARI, THILAKA))).containsExactly(KUMARI);
        assertThat(links.linked(List.of())).isEmpty();
    }

    @Test
    void keepsNoCodeInClearAndOneAlive() {
        var first = links.newCode(KUMARI, BOSS);
        var other = links.newCode(THILAKA, BOSS);
        var second = links.newCode(KUMARI, BOSS);

        assertThat(second).isNotEqualTo(first).matches("([2-9B-Y]{4}-){2}[2-9B-Y]{4}");
        assertThat(living(KUMARI)).isEqualTo(1);
        assertThat(living(THILAKA)).isEqualTo(1);
        assertThat(jdbc.queryForList("select code_hash from link_code", String.class))
                .hasSize(3)
                .doesNotContain(first, second, other, first.replace("-", ""));
    }

    @Test
    void endsLinkCodeAndTokensTogetherAndWritesDownWhoDidIt() {
        people().link(new Subject("esignet", "sub-1"), KUMARI);
        people().link(new Subject("esignet", "sub-2"), THILAKA);
        links.newCode(KUMARI, BOSS);
        jdbc.update("insert into oauth2_authorization (id, version, client_id, person, grant_type, scopes, code_used, "
                + "revoked, expires_at) values ('a1', 1, 'anc-midwife', 'Practitioner/kumari', 'code', '', true, false, "
                + "timestamp '2099-01-01 00:00:00')");

        assertThat(links.unlink(KUMARI, BOSS, List.of(BOSS))).isTrue();

        assertThat(links.linked(List.of(KUMARI, THILAKA))).containsExactly(THILAKA);
        assertThat(living(KUMARI)).isZero();
        assertThat(parts.getBean(IssuedTokens.class).revoked("a1.random")).isTrue();
        assertThat(jdbc.queryForList("select reason from person_link_event where act = 'unlinked'", String.class))
                .containsExactly("unlinked by " + BOSS);
        assertThat(audited).contains(KUMARI + " out by " + BOSS);
    }

    @Test
    void keepsTheLastAdministratorWhoCanSignIn() {
        people().link(new Subject("esignet", "sub-1"), KUMARI);
        people().link(new Subject("esignet", "sub-2"), THILAKA);
        var administrators = List.of(BOSS, KUMARI, THILAKA);

        assertThat(links.unlink(KUMARI, THILAKA, administrators)).isTrue();
        assertThat(links.unlink(THILAKA, THILAKA, administrators)).isFalse();

        assertThat(links.linked(administrators)).containsExactly(THILAKA);
        assertThat(links.unlink(THILAKA, BOSS, List.of(BOSS)))
                .as("of another role")
                .isTrue();
    }

    @Test
    void letsTwoAdministratorsNotUnlinkEachOtherAtTheSameMoment() throws Exception {
        people().link(new Subject("esignet", "sub-1"), KUMARI);
        people().link(new Subject("esignet", "sub-2"), THILAKA);
        var administrators = List.of(KUMARI, THILAKA);
        var start = new CountDownLatch(1);
        var together = Executors.newFixedThreadPool(2);
        try {
            var one = together.submit(() -> {
                start.await();
                return links.unlink(KUMARI, THILAKA, administrators);
            });
            var other = together.submit(() -> {
                start.await();
                return links.unlink(THILAKA, KUMARI, administrators);
            });
            start.countDown();
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            together.shutdownNow();
        }
        assertThat(links.linked(administrators)).hasSize(1);
    }

    private JdbcLinkedPeople people() {
        return parts.getBean(JdbcLinkedPeople.class);
    }

    private int living(String person) {
        var count = jdbc.queryForObject(
                "select count(*) from link_code where person = ? and used_at is null and expires_at > current_timestamp",
                Integer.class,
                person);
        return count == null ? 0 : count;
    }
}
