package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static EsignetSandbox sandbox;
    private static RelyingParty portal;

    @BeforeAll
    static void open() {
        var client = RelyingParty.portal().named("<b>Portal & co</b>");
        sandbox = EsignetSandbox.open(
                SandboxSettings.esignet18().withClient(client).listingPeople());
        portal = new RelyingParty(sandbox, "anc-portal");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void startAnew() {
        sandbox.reset();
    }

    private static SandboxVisitor visitor(String parameter, String value) {
        var request = portal.request();
        request.put(parameter, value);
        return SandboxVisitor.at(portal.authorize(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void areWholeInEachLanguage(String language) {
        assertThat(Texts.in(language).words().keySet())
                .isEqualTo(Texts.in("en").words().keySet());
    }

    @ParameterizedTest
    @CsvSource({"si-LK en,si", "ta,ta", "fr,en", "'',en"})
    void speakTheFirstLanguageThatTheyKnow(String wished, String spoken) {
        assertThat(visitor("ui_locales", wished).page()).contains("<html lang=\"" + spoken + "\">");
    }

    @Test
    void escapeWhateverTheyAreGiven() {
        var page = visitor("state", "x").askForCode("\"><script>", "phone").page();

        assertThat(page)
                .contains("&lt;b&gt;Portal &amp; co&lt;/b&gt;")
                .contains("value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void sayThatNobodyHereIsReal() {
        assertThat(visitor("state", "x").page()).contains("Sandbox: synthetic people only");
    }

    @Test
    void listThePeopleForWhoeverTriesThem() {
        assertThat(visitor("state", "x").page()).contains(nimali().name(), nimali().individualId(), "Midwife");
    }

    @Test
    void forbidScriptAndForeignFiles() {
        var answer = Web.get(portal.authorize(portal.request()).toString());

        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.body()).doesNotContain("<script", "style=");
        assertThat(Web.get(sandbox.host() + Pages.STYLE).header("Content-Type")).startsWith("text/css");
    }

    @Test
    void showWhatIsWrongWithARequestAndNeverSendItBack() {
        for (var wrong : List.of("client_id", "redirect_uri", "scope")) {
            var request = portal.request();
            request.put(wrong, "http://wrong.example.org");

            var answer = Web.get(portal.authorize(request).toString());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
            assertThat(answer.body()).contains("Error code: invalid_" + wrong);
        }
    }

    @Test
    void refuseANonceThatWasUsed() {
        var request = portal.request();
        SandboxVisitor.at(portal.authorize(request));

        assertThat(SandboxVisitor.at(portal.authorize(request)).page()).contains("Error code: invalid_request");
    }
}
