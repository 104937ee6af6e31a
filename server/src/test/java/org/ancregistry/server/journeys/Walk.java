package org.ancregistry.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;

/** What the journeys of a class share: the stack that they are walked against, the browser, and what was seen in it. */
final class Walk implements AutoCloseable {

    private final Stack stack = Stack.start();
    private final TestBrowser browser = TestBrowser.open();
    private final SeenPages seen;

    private Walk(String folder) {
        this.seen = new SeenPages(stack.origin(), browser, folder);
    }

    /** @param folder below {@code target}, for the pages that are seen */
    static Walk begin(String folder) {
        return new Walk(folder);
    }

    Stack stack() {
        return stack;
    }

    SeenPages seen() {
        return seen;
    }

    /** Somebody's browser, in which nobody is signed in. */
    Window window(Look look) {
        return new Window(browser.context(look), look, seen);
    }

    /** The same on a phone that keeps what the pages keep for when there is no network. */
    Window keeping(Look look) {
        return new Window(browser.keeping(look), look, seen);
    }

    /** The midwife registers her on her own proof, so that she can sign in. */
    void registers(SandboxPerson mother, int weeks) {
        try (var window = window(Look.onAPhone(true))) {
            var midwife = midwife(window);
            midwife.begin("", mother);
            midwife.decide("issue-new");
            midwife.history(today().minusWeeks(weeks));
            midwife.register();
        }
    }

    /** The midwife of the journeys, signed in. */
    static MidwifePages midwife(Window window) {
        var midwife = new MidwifePages(window);
        midwife.signIn(SandboxPeople.anoma());
        return midwife;
    }

    /** Where the women of the journeys live. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Colombo"));
    }

    /** No page that was seen has words of another language, or a fault in its source. */
    void holdLanguagesAndSources() {
        assertThat(seen.foreign()).isEmpty();
        assertThat(NuChecker.errorsIn(seen.folder())).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        stack.close();
    }
}
