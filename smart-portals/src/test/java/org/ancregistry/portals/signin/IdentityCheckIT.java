package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxVisitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdentityCheckIT extends OnPortals {

    private static final String MIDWIFE = "Practitioner/ruwani";

    @Autowired
    private JdbcIdentityEvidences evidences;

    private final String draft = "draft-" + UUID.randomUUID();

    @BeforeEach
    void aMidwifeWithADraft() {
        signIn(browser, "national-id", SandboxPeople.ruwani());
        browser.submit("/sign-in/link", Map.of("code", codes.forStaff(MIDWIFE, "test")));
        drafts.begin(draft, MIDWIFE);
    }

    /** The page before the link, and the link's target at eSignet. */
    private URI leave() {
        browser.open("/midwife/sign-out-form");
        browser.submit("/identity-checks", Map.of("draft", draft, "lang", "si"));
        assertThat(browser.status()).isEqualTo(200);
        browser.open(link());
        return browser.target();
    }

    private String link() {
        return browser.page()
                .replaceAll("(?s).*href=\"(/identity-checks/start[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
    }

    private String resultOf(URI back) {
        browser.ask(back.toString());
        var target = browser.target();
        assertThat(target.getPath()).isEqualTo("/midwife/registrations/" + draft + "/identity");
        return target.getQuery();
    }

    private static SandboxVisitor atConsent(URI away, SandboxPerson who) {
        return SandboxVisitor.at(away).askForCode(who).enter(SandboxPeople.OTP);
    }

    @Test
    void leavesEvidenceOfTheMotherInTheMidwifesDraft() {
        var away = leave();
        assertThat(away.getRawQuery()).contains("client_id=anc-verify-national-id", "prompt=consent", "ui_locales=si");
        assertThat(resultOf(comeBack(away, SandboxPeople.nimali()))).isEqualTo("result=verified");
        var evidence = evidences.find(drafts.evidenceOf(draft)).orElseThrow();
        assertThat(evidence.belongsTo(MIDWIFE, draft)).isTrue();
        assertThat(evidence.verified().names())
                .extracting(PersonName::text)
                .contains("Nimali Sanduni Perera", "නිමාලි සඳුනි පෙරේරා");
        assertThat(evidence.verified().names()).extracting(PersonName::language).contains("en", "si");
        assertThat(evidence.verified().birthDate()).isEqualTo(LocalDate.of(1994, 3, 17));
        assertThat(evidence.verified().gender()).isEqualTo(Gender.FEMALE);
        assertThat(evidence.verified().nationalId().lastThree()).isEqualTo("345");
        assertThat(evidence.declined()).isEmpty();
        assertThat(evidence.acr()).isEqualTo("mosip:idp:acr:generated-code");
        assertThat(evidence.expired(Instant.now())).isFalse();
        assertThat(evidence.expired(Instant.now().plusSeconds(1801))).isTrue();
        assertThat(evidence.usedBy()).isNull();
    }

    @Test
    void keepsNeitherTheHandleNorTheNationalIdNumber() {
        resultOf(comeBack(leave(), SandboxPeople.selvarani()));
        var row = jdbc.queryForMap("select * from identity_evidence where draft = ?", draft);
        assertThat(row.get("HANDLE_HASH").toString()).isNotEqualTo(drafts.evidenceOf(draft));
        assertThat(row.values().toString())
                .doesNotContain(SandboxPeople.selvarani().individualId());
        assertThat(jdbc.queryForObject("select userinfo from identity_evidence where draft = ?", String.class, draft))
                .startsWith("sha-256:");
    }

    @Test
    void saysWhatShePreferredNotToShare() {
        var back = atConsent(leave(), SandboxPeople.nimali()).allow("gender").sentBackTo();
        assertThat(resultOf(back)).isEqualTo("result=verified");
        var evidence = evidences.find(drafts.evidenceOf(draft)).orElseThrow();
        assertThat(evidence.granted()).containsExactlyInAnyOrder("name", "birthdate", "gender");
        assertThat(evidence.declined()).contains("address", "phone_number", "email", "individual_id");
        assertThat(evidence.verified().phone()).isNull();
    }

    @Test
    void saysThatSheRefused() {
        var back = atConsent(leave(), SandboxPeople.nimali()).cancel().sentBackTo();
        assertThat(resultOf(back)).isEqualTo("result=refused");
        assertThat(drafts.evidenceOf(draft)).isNull();
    }

    @Test
    void saysThatItTookTooLong() {
        var state = leave().getQuery().replaceAll(".*state=([^&]+).*", "$1");
        assertThat(resultOf(PortalsStack.SITE.resolve(
                        "/identity-checks/callback?error=transaction_timeout&state=" + state)))
                .isEqualTo("result=timeout");
    }

    @Test
    void saysThatEsignetIsDown() {
        var back = comeBack(leave(), SandboxPeople.nimali());
        PortalsStack.ESIGNET.goDown();
        assertThat(resultOf(back)).isEqualTo("result=unavailable");
    }

    @Test
    void saysThatTheAnswerProvesNobody() {
        var state = leave().getQuery().replaceAll(".*state=([^&]+).*", "$1");
        assertThat(resultOf(PortalsStack.SITE.resolve("/identity-checks/callback?code=made-up&state=" + state)))
                .isEqualTo("result=failed");
    }

    @Test
    void saysWhoseRecordIsLinkedToHerAlready() {
        resultOf(comeBack(leave(), SandboxPeople.nimali()));
        var first = evidences.find(drafts.evidenceOf(draft)).orElseThrow();
        links.link(new org.ancregistry.domain.identity.Subject(first.provider(), first.subject()), "Patient/nimali");
        assertThat(resultOf(comeBack(leave(), SandboxPeople.nimali())))
                .isEqualTo("result=already-registered&patient=Patient/nimali");
    }

    @Test
    void neverSignsTheMotherIn() {
        browser.ask(comeBack(leave(), SandboxPeople.nimali()).toString());
        browser.open("/midwife/token");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.open("/mother/token").status()).isEqualTo(403);
    }

    @Test
    void takesAReturnOnceAndOnlyInTheSessionThatAsked() {
        var back = comeBack(leave(), SandboxPeople.nimali());
        var other = new Browser(PortalsStack.SITE);
        other.ask(back.toString());
        assertThat(other.target().getPath()).isEqualTo("/sign-in");
        resultOf(back);
        browser.ask(back.toString());
        assertThat(browser.target().getPath()).isEqualTo("/midwife");
    }

    @Test
    void takesALinkOnce() {
        browser.open("/midwife/sign-out-form");
        browser.submit("/identity-checks", Map.of("draft", draft, "lang", "en"));
        var link = link();
        browser.open(link);
        assertThat(browser.target().toString())
                .startsWith(PortalsStack.ESIGNET.host().toString());
        browser.ask(link);
        assertThat(browser.target().getPath()).isEqualTo("/midwife/registrations/" + draft + "/identity");
    }

    @Test
    void startsNothingForAnotherMidwifesDraft() {
        drafts.begin("of-another", "Practitioner/other");
        browser.open("/midwife/sign-out-form");
        browser.submit("/identity-checks", Map.of("draft", "of-another", "lang", "en"));
        assertThat(browser.status()).isEqualTo(404);
    }

    @Test
    void isUsedByOneRegistrationOnly() {
        resultOf(comeBack(leave(), SandboxPeople.nimali()));
        var handle = drafts.evidenceOf(draft);
        assertThat(evidences.useUp(handle, "request-1")).isTrue();
        assertThat(evidences.useUp(handle, "request-1")).isTrue();
        assertThat(evidences.useUp(handle, "request-2")).isFalse();
        assertThat(evidences.find(handle).orElseThrow().usedBy()).isEqualTo("request-1");
        jdbc.update("update identity_evidence set expires_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        evidences.forgetUnused();
        assertThat(evidences.find(handle)).isPresent();
    }

    @Test
    void forgetsEvidenceThatNobodyUsed() {
        resultOf(comeBack(leave(), SandboxPeople.nimali()));
        jdbc.update("update identity_evidence set expires_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        evidences.forgetUnused();
        assertThat(evidences.find(drafts.evidenceOf(draft))).isEmpty();
    }
}
