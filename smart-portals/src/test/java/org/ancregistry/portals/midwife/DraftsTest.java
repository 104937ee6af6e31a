package org.ancregistry.portals.midwife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.portals.registry.Registered;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class DraftsTest {

    private static final String FERNANDO = "Practitioner/7";
    private static final String SILVA = "Practitioner/8";
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    private JdbcClient database;
    private Drafts drafts;

    @BeforeEach
    void emptyTable() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/portals/V20__registration_draft.sql")).execute(source);
        database = JdbcClient.create(source);
        drafts = at(NOW);
    }

    @Test
    void bringsBackWhatWasEntered() {
        var draft = drafts.begin(FERNANDO);
        drafts.save(draft.with(Map.of("name", "ශ්‍රීමතී", "hx_asthma", "no")));

        var again = at(NOW.plusSeconds(60)).find(draft.id(), FERNANDO).orElseThrow();

        assertThat(again.entries()).containsExactlyInAnyOrderEntriesOf(Map.of("name", "ශ්‍රීමතී", "hx_asthma", "no"));
        assertThat(again.requestId()).isEqualTo(draft.requestId());
    }

    @Test
    void noticesThatAnotherWindowSavedFirst() {
        var draft = drafts.begin(FERNANDO);
        drafts.save(draft.with("name", "Nimali"));

        assertThatExceptionOfType(DraftChanged.class).isThrownBy(() -> drafts.save(draft.with("name", "Kumari")));
        assertThat(drafts.find(draft.id(), FERNANDO).orElseThrow().text("name")).isEqualTo("Nimali");
    }

    @Test
    void showsAndTakesNothingOfAnotherMidwife() {
        var draft = drafts.begin(FERNANDO);

        assertThat(drafts.find(draft.id(), SILVA)).isEmpty();
        assertThat(drafts.belongsTo(draft.id(), SILVA)).isFalse();
        assertThat(drafts.evidence(proof(draft.id(), SILVA))).isFalse();
        drafts.delete(draft.id(), SILVA);
        assertThat(drafts.open(FERNANDO)).extracting(Draft::id).containsExactly(draft.id());
    }

    @Test
    void asksForTheDecisionAgainWhenTheEvidenceChanges() {
        var draft = drafts.begin(FERNANDO);
        drafts.save(
                draft.with(Map.of(Steps.DECISION, "use-existing", Steps.REASON, "no-phone", Steps.PHN, "2047KTR9MX5")));

        assertThat(drafts.evidence(proof(draft.id(), FERNANDO))).isTrue();

        var proven = drafts.find(draft.id(), FERNANDO).orElseThrow();
        assertThat(proven.evidence()).isEqualTo("evidence-" + draft.id());
        assertThat(proven.entries()).containsOnlyKeys(Steps.PHN, Steps.PROVEN_NAME);
        assertThat(proven.calledName()).isEqualTo("Nimali Sanduni Perera");
        assertThat(proven.withoutEvidence().calledName()).isEmpty();
    }

    @Test
    void takesNoMoreEntriesOnceItIsRegistered() {
        var draft = drafts.begin(FERNANDO);
        drafts.finish(draft, registered("2047KTR9MX5"));
        drafts.finish(draft, registered("2047BBBBBB2"));

        assertThatExceptionOfType(DraftChanged.class).isThrownBy(() -> drafts.save(draft.with("name", "Nimali")));
        assertThat(drafts.belongsTo(draft.id(), FERNANDO)).isFalse();
        assertThat(drafts.open(FERNANDO)).isEmpty();
        var answer = drafts.find(draft.id(), FERNANDO).orElseThrow().answer();
        assertThat(answer).isEqualTo(registered("2047KTR9MX5"));
    }

    @Test
    void forgetsWhatNobodyTouchedForAMonth() {
        var draft = drafts.begin(FERNANDO);

        at(NOW.plus(Duration.ofDays(29))).begin(SILVA);
        assertThat(drafts.find(draft.id(), FERNANDO)).isPresent();
        at(NOW.plus(Duration.ofDays(31))).begin(SILVA);

        assertThat(drafts.find(draft.id(), FERNANDO)).isEmpty();
    }

    private Drafts at(Instant now) {
        return new Drafts(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static IdentityEvidence proof(String draft, String midwife) {
        var nimali = MidwifeUnderTest.nimali(draft, NOW.plusSeconds(60));
        return new IdentityEvidence(
                nimali.handle(),
                nimali.provider(),
                nimali.subject(),
                nimali.verified(),
                nimali.granted(),
                nimali.declined(),
                nimali.acr(),
                nimali.authenticatedAt(),
                midwife,
                draft,
                nimali.expiresAt(),
                null);
    }

    private static Registered registered(String phn) {
        return new Registered("Patient/34", phn, true, LocalDate.of(2027, 6, 13), List.of(), true, null);
    }
}
