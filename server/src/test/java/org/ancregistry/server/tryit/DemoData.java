package org.ancregistry.server.tryit;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.RunningRegistry;

/**
 * Fills an empty registry with women in care, all of it through the operations, so that every page has something to
 * show. Some of the sandbox's women stay unregistered, to try the registration with.
 */
final class DemoData {

    /** She is not in care, and brings the card of an earlier pregnancy. */
    static final SandboxPerson WITH_CARD = SandboxPeople.kavitha();

    private final List<DemoWoman> women = DemoWoman.all();
    private final EarlierRecords earlier;
    private final DemoCare care;

    DemoData(RunningRegistry registry) {
        var desk = new DemoDesk(registry);
        var ledger = new DemoLedger(registry);
        var requests = new DemoRequests(LocalDate.now(DemoRequests.ZONE));
        earlier = new EarlierRecords(desk, ledger, registry, requests);
        care = new DemoCare(desk, ledger, new DemoIdentity(registry), earlier, requests);
    }

    /** Registers everybody who is not yet in care, and tells how far it is. */
    void fill(PrintStream progress) {
        var started = Instant.now();
        var contacts = DemoContact.all().stream().collect(Collectors.groupingBy(DemoContact::woman));
        var added = 0;
        for (var woman : women) {
            var hers = contacts.get(woman.key());
            if (care.tell(woman, hers)) {
                added++;
                progress.printf("  %-32s contacts: %d%n", woman.person().name(), hers.size());
            }
        }
        progress.println(
                added == 0
                        ? "The demo data are there already."
                        : added + " women are in care now, after "
                                + Duration.between(started, Instant.now()).toSeconds() + " s.");
    }

    /** Those who are in care. */
    List<DemoWoman> inCare() {
        return women;
    }

    /** Those to try the registration with. */
    List<SandboxPerson> unregistered() {
        var registered = women.stream().map(DemoWoman::person).toList();
        return SandboxPeople.mothers().stream()
                .filter(mother -> !registered.contains(mother))
                .toList();
    }

    /** The number on the card that one of the unregistered women brings. */
    Phn card() {
        return Phn.parse(earlier.phn(WITH_CARD)).orElseThrow();
    }
}
