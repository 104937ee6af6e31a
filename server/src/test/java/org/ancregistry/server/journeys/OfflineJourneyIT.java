package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import org.ancregistry.sandbox.SandboxPerson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that has a slow network, or loses it, in a real browser against the real stack. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfflineJourneyIT {

    private static final String KEPT = """
            async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())
              .map(one => one.url.replace(location.origin, ''))))).flat()""";

    private static final String IS_KEPT = "async () => !!await caches.match('/offline/language')";

    /** What stands on each of her pages. */
    private static final String HERS = "Who looked at my record";

    private static final SandboxPerson MOTHER = new Cast(true).withoutNumber();

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-offline");
        walk.registers(MOTHER, 30);
    }

    @Test
    @Order(1)
    void theDangerSignsStayOnThePhoneAndNothingOfHers() {
        try (var window = walk.keeping(Look.onAPhone(true))) {
            new MotherPages(window).signIn(MOTHER);
            window.open("/mother/visits");
            assertThat(window.everything()).contains(HERS, "Sign out");
            var page = window.page();
            page.waitForFunction(IS_KEPT);
            assertThat((List<?>) page.evaluate(KEPT))
                    .hasSize(5)
                    .allSatisfy(address -> assertThat((String) address)
                            .matches("/offline\\?lang=(si|ta|en)|/offline/language|/assets/portal-[0-9a-f]{10}\\.css"));

            page.context().setOffline(true);
            for (var address : List.of("/mother/visits", "/mother", "/danger-signs", "/")) {
                page.navigate(walk.stack().origin() + address);
                assertThat(window.everything())
                        .as(address)
                        .contains("There is no network", "Bleeding", "1990")
                        .doesNotContain(HERS, "Sign out");
                assertThat(page.title()).as(address).isEqualTo("Clinic");
                assertThat(styled(page)).as(address).isTrue();
            }
            page.navigate(walk.stack().origin() + "/danger-signs?lang=si");
            assertThat(window.text()).contains("රුධිරය");
            for (var address : List.of("/midwife", "/doctor", "/fhir/metadata")) {
                var other = page.context().newPage();
                assertThatThrownBy(() -> other.navigate(walk.stack().origin() + address))
                        .as(address)
                        .isInstanceOf(PlaywrightException.class);
                other.close();
            }

            page.navigate(walk.stack().origin() + "/mother/visits");
            page.context().setOffline(false);
            window.press(".anc-note a");
            assertThat(window.everything()).contains(HERS, "Sign out");
        }
    }

    /** She put the phone down: a minute before her session is over she is asked, and then the page is gone. */
    @Test
    @Order(1)
    void herPageGoesAwayByItself() {
        try (var window = walk.window(Look.onAPhone(true))) {
            var page = window.page();
            page.clock().install();
            new MotherPages(window).signIn(MOTHER);
            window.open("/mother/visits");
            page.clock().fastForward("08:50");
            assertThat(page.locator(".anc-stay").count()).isZero();
            page.clock().fastForward("00:20");
            assertThat(window.everything()).contains("In a minute you are signed out");
            page.click(".anc-stay button");
            page.waitForCondition(() -> page.locator(".anc-stay").count() == 0);
            var left = page.waitForResponse("**/leave", () -> page.clock().fastForward("10:40"));
            assertThat(left.request().isNavigationRequest()).isTrue();
            page.waitForCondition(() -> !page.url().contains("/mother"));
            window.open("/mother/visits");
            assertThat(window.everything()).contains("Sign in").doesNotContain(HERS);
        }
    }

    private static boolean styled(Page page) {
        return (boolean) page.evaluate(
                "() => getComputedStyle(document.querySelector('.anc-alert')).borderLeftWidth === '10px'");
    }

    /** What she chose last, on the page that she saw last. */
    @Test
    @Order(1)
    void theKeptPageIsInTheLanguageThatWasChosen() {
        try (var window = walk.keeping(Look.onAPhone(true))) {
            window.open("/danger-signs");
            var page = window.page();
            page.waitForFunction(IS_KEPT);
            page.navigate(walk.stack().origin() + "/danger-signs?lang=ta");
            page.waitForFunction("async () => (await (await caches.match('/offline/language')).text()) === 'ta'");
            page.context().setOffline(true);
            page.navigate(walk.stack().origin() + "/mother");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ta");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    @Order(1)
    void thePagesForEverybodyKeepTheRulesOfAllPages(String language) {
        try (var window = walk.window(language.equals("en") ? Look.onAPhone(true) : Look.in(language))) {
            for (var address : List.of("/", "/offline", "/danger-signs", "/sign-in")) {
                window.open(address);
            }
        }
    }

    @Test
    @Order(2)
    void aSlowPhoneOnASlowNetworkShowsThePagesInTime() {
        var look = Look.onAPhone(true);
        try (var window = walk.window(look)) {
            window.open("/danger-signs");
            isShownInTime(window, look);
            new MotherPages(window).signIn(MOTHER);
            isShownInTime(window, look);
        }
        try (var window = walk.window(look)) {
            var midwife = midwife(window);
            midwife.list();
            isShownInTime(window, look);
            midwife.open(MOTHER.name());
            isShownInTime(window, look);
            window.press("main a.govuk-button[href$='/visits/new']");
            isShownInTime(window, look);
        }
    }

    private static void isShownInTime(Window window, Look look) {
        var page = window.page();
        var paint = Paint.of(page, look, walk.seen().browser());
        assertThat(paint.cold()).as("first time, %s", page.url()).isLessThan(Paint.LATEST_COLD);
        assertThat(paint.warm()).as("second time, %s", page.url()).isLessThan(Paint.LATEST_WARM);
        assertThat(paint.shift()).as("moved on %s", page.url()).isLessThan(Paint.MOST_SHIFT);
    }

    @Test
    @Order(3)
    void noPageHasForeignWordsOrBrokenHtml() {
        walk.holdLanguagesAndSources();
    }
}
