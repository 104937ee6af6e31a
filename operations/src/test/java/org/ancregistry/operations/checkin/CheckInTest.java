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
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.WomenByName;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class CheckInTest {

    private static final String PHN = "4054X7K2Q9V";
    private static final String NAME = "Nimali Sanduni Perera";
    private static final LocalDate BORN = LocalDate.of(1996, 4, 17);

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryIdentityEvidences evidences = new InMemoryIdentityEvidences();
    private final InMemoryLinkedPeople linked = new InMemoryLinkedPeople();
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final InMemoryStrongKeys keys = new InMemoryStrongKeys();
    private final CaredFor cared = new CaredFor();
    private final String nimali = givenNimali();
    private Attempts attempts = (who, what) -> {};

    @Test
    void opensTheRecordOfAMotherWhoIsPresent() {
        var answer = checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN, null, null));
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
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN, null, null))))
                .isEqualTo(Problem.RECORD_CLOSED);
    }

    @Test
    void opensItOnceADay() {
        checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN, null, null));
        checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN, null, null));
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void answersEveryMissAlike() {
        var wrongDate = Refused.outcomeOf(
                () -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN.plusDays(1), null, null)));
        var nobody = Refused.outcomeOf(
                () -> checkIn(Staff.doctor(), new CheckIn("385C2Q7KXM9", null, null, BORN, null, null)));
        var malformed =
                Refused.outcomeOf(() -> checkIn(Staff.doctor(), new CheckIn("#", null, null, BORN, null, null)));
        assertThat(wrongDate.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("not-found");
        assertThat(wrongDate.equalsDeep(nobody)).isTrue();
        assertThat(wrongDate.equalsDeep(malformed)).isTrue();
    }

    @Test
    void takesHerOwnSignInInsteadOfTheBirthDate() {
        linked.link(new Subject("esignet", "nimali"), nimali);
        checkIn(Staff.doctor(), new CheckIn(PHN, null, null, null, evidence("nimali"), "d"));
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void doesNotOpenOneWomansRecordWithAnothersSignIn() {
        linked.link(new Subject("esignet", "nimali"), nimali);
        assertThat(Refused.problemOf(
                        () -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, null, evidence("kumudu"), "d"))))
                .isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void opensTheRecordOfAMotherWhomADoctorFoundByHerName() {
        checkIn(Staff.doctor(), new CheckIn(null, nimali, "Nimalie Sandunie Pereira", BORN, null, null));
        assertThat(records.all(Encounter.class)).hasSize(1);
    }

    @Test
    void opensNothingByTheIdOfARecordAlone() {
        var another = new CheckIn(null, nimali, "Chathurika Jayasinghe", BORN, null, null);
        var wrongDate = new CheckIn(null, nimali, NAME, BORN.plusDays(1), null, null);
        var anotherRecord = new CheckIn(null, "Patient/999", NAME, BORN, null, null);
        for (var asked : List.of(another, wrongDate, anotherRecord)) {
            assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), asked))).isEqualTo(Problem.NOT_FOUND);
        }
    }

    @Test
    void asksForTheNumberOrForWhatLedToHer() {
        var nothing = new CheckIn(null, null, null, BORN, null, null);
        var nameless = new CheckIn(null, nimali, null, BORN, null, null);
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), nothing))).isEqualTo(Problem.PARAMETER_INVALID);
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), nameless))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void takesNoNameBesideANumber() {
        var both = new CheckIn(PHN, nimali, NAME, BORN, null, null);
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), both))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void asksForABirthDateOrASignIn() {
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, null, null, null))))
                .isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void countsBeforeItLooks() {
        attempts = (who, what) -> {
            throw Problem.TOO_MANY_ATTEMPTS.because("Wait.");
        };
        assertThat(Refused.problemOf(() -> checkIn(Staff.doctor(), new CheckIn(PHN, null, null, BORN, null, null))))
                .isEqualTo(Problem.TOO_MANY_ATTEMPTS);
        assertThat(records.all(Encounter.class)).isEmpty();
    }

    @Test
    void isForClinicsOnly() {
        assertThat(Refused.problemOf(
                        () -> checkIn(Staff.kumariTheMidwife(), new CheckIn(PHN, null, null, BORN, null, null))))
                .isEqualTo(Problem.FORBIDDEN);
    }

    private Parameters checkIn(Caller caller, CheckIn asked) {
        var reach = new Reach(cared);
        var women = new WomenByName(
                new InMemoryCandidates(records, keys, Set.of(nimali)), records, records.oneWoman(), reach);
        var presence =
                new Presence(register, records, new LiveEvidence(evidences, clock), linked, records.oneWoman(), women);
        return new CheckingIn(new Once(records, requests), attempts, presence, records, reach, clock)
                .checkIn(caller, asked);
    }

    private String givenNimali() {
        var mother = new Patient().addIdentifier(Phns.identifier(new Phn(PHN)));
        mother.setGender(AdministrativeGender.FEMALE).addName().setText(NAME);
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
