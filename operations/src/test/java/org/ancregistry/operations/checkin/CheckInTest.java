package org.ancregistry.operations.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.InMemoryIdentityEvidences;
import org.ancregistry.domain.identity.InMemoryLinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class CheckInTest {

    private static final String PHN = "4054X7K2Q9V";
    private static final LocalDate BORN = LocalDate.of(1996, 4, 17);

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryIdentityEvidences evidences = new InMemoryIdentityEvidences();
    private final InMemoryLinkedPeople linked = new InMemoryLinkedPeople();
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final CaredFor cared = new CaredFor();
    private final String nimali = givenNimali();
    private Attempts attempts = (who, what) -> {};

    @Test
    void opensTheRecordOfAMotherWhoIsPresent() {
        var answer = checkIn(Staff.doctor(), new CheckIn(PHN, BORN, null, null));
        assertThat(((Reference) answer.getParameter("patient").getValue()).getReference())
                .isEqualTo(nimali);
        var contact = records.all(Encounter.class).get(0);
        assertThat(contact.getStatus()).isEqualTo(EncounterStatus.ARRIVED);
        assertThat(contact.getTypeFirstRep().getCodingFirstRep().getCode()).isEqualTo("clinic-check-in");
        assertThat(contact.getServiceProvider().getReference()).isEqualTo(Staff.HOSPITAL);
    }

    @Test
    void saysThatItOpensNothingWhereSheSharesHerRecordWithFewerPeople() {
        cared.put(nimali, Staff.AREA);
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, BORN, null, null))))
                .isEqualTo(Problem.RECORD_CLOSED);
    }

    @Test
    void opensItOnceADay() {
        checkIn(Staff.doctor(), new CheckIn(PHN, BORN, null, null));
        checkIn(Staff.doctor(), new CheckIn(PHN, BORN, null, null));
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void answersEveryMissAlike() {
        var wrongDate =
                Refused.outcomeOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, BORN.plusDays(1), null, null)));
        var nobody = Refused.outcomeOf(() -> checkIn(Staff.doctor(), new CheckIn("385C2Q7KXM9", BORN, null, null)));
        var malformed = Refused.outcomeOf(() -> checkIn(Staff.doctor(), new CheckIn("#", BORN, null, null)));
        assertThat(wrongDate.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("not-found");
        assertThat(wrongDate.equalsDeep(nobody)).isTrue();
        assertThat(wrongDate.equalsDeep(malformed)).isTrue();
    }

    @Test
    void takesHerOwnSignInInsteadOfTheBirthDate() {
        linked.link(new Subject("esignet", "nimali"), nimali);
        checkIn(Staff.doctor(), new CheckIn(PHN, null, evidence("nimali"), "d"));
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void doesNotOpenOneWomansRecordWithAnothersSignIn() {
        linked.link(new Subject("esignet", "nimali"), nimali);
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, null, evidence("kumudu"), "d"))))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void asksForABirthDateOrASignIn() {
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, null))))
                .isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void countsBeforeItLooks() {
        attempts = (who, what) -> {
            throw Problem.TOO_MANY_ATTEMPTS.because("Wait.");
        };
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, BORN, null, null))))
                .isEqualTo(Problem.TOO_MANY_ATTEMPTS);
        assertThat(records.all(Encounter.class)).isEmpty();
    }

    @Test
    void isForClinicsOnly() {
        assertThat(Refused.problemOf(() -> checkIn(Staff.kumariTheMidwife(), new CheckIn(PHN, BORN, null, null))))
                .isEqualTo(Problem.FORBIDDEN);
    }

    private Parameters checkIn(Caller caller, CheckIn asked) {
        var evidence = new LiveEvidence(evidences, clock);
        return new CheckingIn(
                        new Once(records, requests),
                        attempts,
                        register,
                        records,
                        evidence,
                        linked,
                        records.oneWoman(),
                        new Reach(cared),
                        clock)
                .checkIn(caller, asked);
    }

    private String givenNimali() {
        var mother = new Patient().addIdentifier(Phns.identifier(new Phn(PHN)));
        mother.setBirthDateElement(new DateType(BORN.toString()));
        var reference = records.given(mother);
        cared.put(reference, Staff.HOSPITAL);
        return reference;
    }

    private String evidence(String subject) {
        var nobody = new Demographics(List.of(), null, null, null, null, null, null);
        evidences.keep(new IdentityEvidence(
                subject,
                "esignet",
                subject,
                nobody,
                Set.of(),
                Set.of(),
                "mosip:idp:acr:generated-code",
                clock.instant(),
                Staff.doctor().id(),
                "d",
                clock.instant().plusSeconds(60),
                null));
        return subject;
    }
}
