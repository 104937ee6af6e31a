package org.ancregistry.server.tryit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.testing.DemoStaff;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * A woman of the demo who is in care.
 *
 * @param key under which her contacts are listed
 * @param person as the sandbox knows her
 * @param midwife who registered her
 * @param today how far she is today
 * @param identity how she was registered: {@code esignet}, {@code card} when she also brought a PHN, {@code
 *     not-sure} when that may be of another woman, or else the reason
 *     why nobody verified her
 * @param history what she told at registration
 * @param seen what there is to be seen, in a few words
 */
record DemoWoman(
        String key,
        SandboxPerson person,
        DemoStaff midwife,
        Weeks today,
        String identity,
        List<ParametersParameterComponent> history,
        String seen) {

    static List<DemoWoman> all() {
        return Table.rows("women.csv").stream().map(DemoWoman::of).toList();
    }

    private static DemoWoman of(Map<String, String> row) {
        return new DemoWoman(
                row.get("key"),
                SandboxPeople.mothers().stream()
                        .filter(mother -> mother.name().equals(row.get("name")))
                        .findFirst()
                        .orElseThrow(),
                DemoStaff.named(row.get("midwife")),
                Weeks.of(row.get("weeks")),
                row.get("identity"),
                DemoAnswers.history(row),
                row.get("seen"));
    }

    boolean isVerified() {
        return identity.equals("esignet") || bringsCard();
    }

    boolean bringsCard() {
        return identity.equals("card") || isDoubtful();
    }

    /** Whether the card that she brings may be another woman's: a supervisor is asked. */
    boolean isDoubtful() {
        return identity.equals("not-sure");
    }

    /** The first day of her last period, when {@code now} is today. */
    LocalDate lastPeriod(LocalDate now) {
        return now.minusDays(today.days());
    }
}
