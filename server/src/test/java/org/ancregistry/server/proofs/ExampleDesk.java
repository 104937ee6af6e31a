package org.ancregistry.server.proofs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;

/** Where the examples of the guide's page are sent: an area, a clinic, a hospital, and Nimali who proves who she is. */
final class ExampleDesk implements AutoCloseable {

    /** The last day in the page's story; it is moved to yesterday, so that nothing in it lies in the future. */
    private static final LocalDate TOLD_ON = LocalDate.of(2026, 12, 7);

    /** The day on which Nimali was registered in the story, whose month a count tells. */
    private static final LocalDate REGISTERED_ON = LocalDate.of(2026, 11, 23);

    private static final Pattern MONTH = Pattern.compile("\"2026-11\"");
    private static final Pattern DAY = Pattern.compile("\\b20(?:2[6-9])-\\d\\d-\\d\\d");

    /** Of its own: who is looked for by name must not be found among the women of other tests. */
    private final RunningRegistry registry = RunningRegistry.start(Map.of());

    private final long days = ChronoUnit.DAYS.between(
            TOLD_ON, LocalDate.now(ZoneId.of("Asia/Colombo")).minusDays(1));
    private final Caller midwife;
    private final Caller doctor;

    ExampleDesk() {
        var area = registry.save(new Organization().setActive(true).setName("PHM area"));
        var clinic = registry.save(place("Field clinic"));
        var hospital = registry.save(place("Hospital"));
        midwife = TestTokens.caller(registry.save(new Practitioner().setActive(true)), Role.MIDWIFE, clinic, area);
        doctor = TestTokens.caller(registry.save(new Practitioner().setActive(true)), Role.DOCTOR, hospital);
    }

    @Override
    public void close() {
        registry.close();
    }

    RunningRegistry registry() {
        return registry;
    }

    Caller midwife() {
        return midwife;
    }

    Caller doctor() {
        return doctor;
    }

    /** Nimali, once she is registered and signed in herself. */
    static Caller mother(String patient) {
        return new Caller(
                patient, Role.MOTHER, null, Set.of(), Set.of("patient/*.cruds"), "tests", Purpose.PATIENT_REQUEST, "t");
    }

    /** Nimali signed in for that draft a moment ago. */
    void verify(String draft, String handle) {
        var now = Instant.now();
        var nimali = new Demographics(
                List.of(PersonName.of("Nimali Sanduni Perera", "en")),
                LocalDate.of(1996, 4, 17),
                Gender.FEMALE,
                new PostalAddress("12 Temple Road, Gampaha", "12 Temple Road", "Gampaha", null, "11000", null),
                "+94710000001",
                null,
                null);
        var evidence = new IdentityEvidence(
                handle,
                "esignet",
                "subject-of-the-example",
                nimali,
                Set.of("name"),
                Set.of("email"),
                "mosip:idp:acr:generated-code",
                now,
                midwife.id(),
                draft,
                now.plusSeconds(1800),
                null);
        ((JdbcIdentityEvidences) registry.bean(IdentityEvidences.class))
                .keep(evidence, Set.of("name"), "x.y.z", "x.y.z");
    }

    /** The days of the page's story moved to now; those of her life before stay. */
    String moved(String example) {
        var moved = DAY.matcher(example)
                .replaceAll(day -> LocalDate.parse(day.group()).plusDays(days).toString());
        return MONTH.matcher(moved)
                .replaceAll('"' + YearMonth.from(REGISTERED_ON.plusDays(days)).toString() + '"');
    }

    private static Organization place(String name) {
        var place = new Organization().setActive(true).setName(name);
        place.addIdentifier()
                .setSystem("https://ancregistry.org/fhir/id/point-of-issue")
                .setValue(TestPointsOfIssue.another());
        return place;
    }
}
