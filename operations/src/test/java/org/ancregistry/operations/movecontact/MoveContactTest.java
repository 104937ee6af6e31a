package org.ancregistry.operations.movecontact;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.NoFacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.SeenOn;
import org.ancregistry.operations.Staff;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveContactTest {

    private static final LocalDate CONTACT = LocalDate.of(2026, 8, 3);
    private static final LocalDate NEXT = LocalDate.of(2026, 9, 7);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate EDD = LocalDate.of(2026, 12, 1);
    private static final String WHY = "She is with her parents until the 20th.";

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final CaredFor cared = new CaredFor();
    private final String nimali = records.given(new Patient());
    private final EpisodeOfCare pregnancy = new EpisodeOfCare()
            .setStatus(EpisodeOfCareStatus.ACTIVE)
            .setPatient(new Reference(nimali))
            .setPeriod(new Period().setStartElement(new DateTimeType("2026-04-01")));
    private final String schedule;
    private LocalDate lastSeen = LocalDate.of(2026, 7, 1);
    private LocalDate edd = EDD;

    MoveContactTest() {
        cared.put(nimali, Staff.AREA);
        records.given(pregnancy);
        schedule = records.given(plan(nimali));
    }

    @Test
    void givesAnOverdueContactOtherDaysAndKeepsWhenItWasPlanned() {
        var answer = move(days("2026-08-20", "2026-08-26"));
        var moved = stored().getActivityFirstRep().getDetail();
        assertThat(first(moved.getScheduledPeriod())).isEqualTo("2026-08-20");
        assertThat(moved.getScheduledPeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-08-26");
        assertThat(moved.getExtension()).singleElement().satisfies(move -> {
            assertThat(first((Period) move.getExtensionByUrl("from").getValue()))
                    .isEqualTo("2026-08-03");
            assertThat(move.getExtensionByUrl("reason").getValue().primitiveValue())
                    .isEqualTo(WHY);
            assertThat(((Reference) move.getExtensionByUrl("by").getValue()).getReference())
                    .isEqualTo("Practitioner/kumari");
        });
        assertThat(records.all(Provenance.class))
                .singleElement()
                .satisfies(
                        by -> assertThat(by.getTargetFirstRep().getReference()).isEqualTo(schedule));
        assertThat(answer.getParameter("version").getValue().primitiveValue())
                .isEqualTo(stored().getMeta().getVersionId());
    }

    @Test
    void keepsEveryMove() {
        move(days("2026-08-20", "2026-08-26"));
        move(asked("r2", LocalDate.of(2026, 8, 20), days("2026-08-24", "2026-08-30")));
        assertThat(stored().getActivityFirstRep().getDetail().getExtension()).hasSize(2);
    }

    @Test
    void isDoneOnceHoweverOftenItIsSent() {
        var asked = asked("r1", CONTACT, days("2026-08-20", "2026-08-26"));
        move(asked);
        assertThat(move(asked).getParameter("repeated").getValue().primitiveValue())
                .isEqualTo("true");
        assertThat(stored().getActivityFirstRep().getDetail().getExtension()).hasSize(1);
    }

    @Test
    void movesNothingThatTheCallerHasNotSeen() {
        var late = asked("r2", CONTACT, days("2026-08-22", "2026-08-28"));
        move(days("2026-08-20", "2026-08-26"));
        var refused = Refused.by(() -> move(late));
        assertThat(refused.problem()).isEqualTo(Problem.VERSION_CONFLICT);
        assertThat(first(stored().getActivityFirstRep().getDetail().getScheduledPeriod()))
                .isEqualTo("2026-08-20");
    }

    @Test
    void movesNoContactThatWasHeld() {
        lastSeen = LocalDate.of(2026, 8, 5);
        assertThat(Refused.problemOf(() -> move(days("2026-08-20", "2026-08-26"))))
                .isEqualTo(Problem.CONTACT_HELD);
    }

    @Test
    void movesNothingAfterThePregnancyHasEnded() {
        pregnancy.setStatus(EpisodeOfCareStatus.FINISHED);
        assertThat(Refused.problemOf(() -> move(days("2026-08-20", "2026-08-26"))))
                .isEqualTo(Problem.PREGNANCY_ENDED);
    }

    @Test
    void takesOnlyDaysOnWhichItCanBeHeld() {
        var gone = asked("gone", CONTACT, days("2026-08-09", "2026-08-12"));
        var afterTerm = asked("term", CONTACT, days("2026-12-14", "2026-12-16"));
        for (var asked : List.of(gone, afterTerm)) {
            assertThat(Refused.problemOf(() -> move(asked))).isEqualTo(Problem.PARAMETER_INVALID);
        }
        assertThat(Refused.problemOf(() -> days("2026-08-20", "2026-08-19"))).isEqualTo(Problem.PARAMETER_INVALID);
        assertThat(Refused.problemOf(() -> days("2026-08-20", "2026-09-18"))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-20, 2026-09-13, last-day",
        "2026-09-07, 2026-09-07, first-day",
        "2026-09-08, 2026-09-12, first-day",
        "2026-10-01, 2026-10-02, first-day"
    })
    void movesNoContactPastTheNext(String first, String last, String day) {
        var refused = Refused.by(() -> move(days(first, last)));
        assertThat(refused.problem()).isEqualTo(Problem.CONTACT_OUT_OF_ORDER);
        assertThat(refused.getMessage()).contains("2026-09-07 to 2026-09-13", "move that one first");
        assertThat(Refused.placeOf(refused)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-10, 2026-08-24, first-day",
        "2026-08-20, 2026-08-24, first-day",
        "2026-08-21, 2026-08-26, last-day"
    })
    void movesNoContactBeforeThePrevious(String first, String last, String day) {
        move(days("2026-08-20", "2026-08-26"));
        var refused = Refused.by(() -> move(asked("r2", NEXT, days(first, last))));
        assertThat(refused.problem()).isEqualTo(Problem.CONTACT_OUT_OF_ORDER);
        assertThat(refused.getMessage()).contains("2026-08-20 to 2026-08-26", "move that one first");
        assertThat(Refused.placeOf(refused)).isEqualTo(day);
    }

    @Test
    void movesAContactWithinTheDaysOfTheNextAsLongAsItBeginsAndEndsBeforeIt() {
        move(days("2026-09-06", "2026-09-12"));
        assertThat(first(stored().getActivityFirstRep().getDetail().getScheduledPeriod()))
                .isEqualTo("2026-09-06");
    }

    @Test
    void movesAContactIntoTheDaysOfOneThatWasHeld() {
        lastSeen = LocalDate.of(2026, 8, 5);
        move(asked("r1", NEXT, days("2026-08-10", "2026-08-12")));
        assertThat(first(stored().getActivity().get(1).getDetail().getScheduledPeriod()))
                .isEqualTo("2026-08-10");
    }

    @Test
    void takesNoDayOnWhichSheWasSeen() {
        lastSeen = TODAY;
        var asked = asked("r1", NEXT, days("2026-08-10", "2026-08-12"));
        assertThat(Refused.problemOf(() -> move(asked))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void countsFromRegistrationWhereThePregnancyIsNotDated() {
        edd = null;
        var late = asked("late", NEXT, days("2027-01-20", "2027-01-21"));
        assertThat(Refused.problemOf(() -> move(late))).isEqualTo(Problem.PARAMETER_INVALID);
        move(asked("r1", NEXT, days("2027-01-19", "2027-01-20")));
        assertThat(first(stored().getActivity().get(1).getDetail().getScheduledPeriod()))
                .isEqualTo("2027-01-19");
    }

    @Test
    void knowsAContactByItsFirstDayAndHerScheduleByHerself() {
        var unknown = asked("r1", CONTACT.plusDays(1), days("2026-08-20", "2026-08-26"));
        assertThat(Refused.problemOf(() -> move(unknown))).isEqualTo(Problem.NOT_FOUND);
        var anothers = records.given(plan("Patient/another"));
        var foreign =
                new MoveContact("r2", "r2", nimali, anothers, "1", CONTACT, days("2026-08-20", "2026-08-26"), WHY);
        assertThat(Refused.problemOf(() -> move(foreign))).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void isForThoseInWhoseCareSheIs() {
        var asked = asked("r1", CONTACT, days("2026-08-20", "2026-08-26"));
        assertThat(Refused.problemOf(() -> move(Staff.anotherMidwife(), asked))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> move(Staff.mother(nimali), asked))).isEqualTo(Problem.FORBIDDEN);
        cared.openInEmergency(Staff.doctor(), nimali);
        assertThat(Refused.problemOf(() -> move(Staff.doctor(), asked))).isEqualTo(Problem.FORBIDDEN);
    }

    private Parameters move(NewDays days) {
        return move(asked("r1", CONTACT, days));
    }

    private Parameters move(MoveContact asked) {
        return move(Staff.kumariTheMidwife(), asked);
    }

    private Parameters move(Caller caller, MoveContact asked) {
        var open = pregnancy.getStatus() == EpisodeOfCareStatus.ACTIVE
                ? Optional.of("EpisodeOfCare/" + pregnancy.getIdElement().getIdPart())
                : Optional.<String>empty();
        var facts = new NoFacts() {
            @Override
            public Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without) {
                return Optional.ofNullable(edd);
            }
        };
        return new MovingContacts(
                        new Once(records, requests),
                        new Reach(cared),
                        new OpenPregnancies(patient -> open, patient -> List.of(pregnancy), records),
                        facts,
                        new SeenOn(lastSeen),
                        records,
                        clock)
                .move(caller, asked);
    }

    private MoveContact asked(String requestId, LocalDate contact, NewDays days) {
        var version = stored().getMeta().getVersionId();
        return new MoveContact(requestId, requestId + days, nimali, schedule, version, contact, days, WHY);
    }

    private static NewDays days(String first, String last) {
        return new NewDays(LocalDate.parse(first), LocalDate.parse(last));
    }

    private CarePlan stored() {
        return records.read(CarePlan.class, schedule).orElseThrow();
    }

    private static CarePlan plan(String patient) {
        var plan = new CarePlan().setStatus(CarePlanStatus.ACTIVE).setSubject(new Reference(patient));
        for (var day : List.of(CONTACT, NEXT)) {
            plan.addActivity()
                    .getDetail()
                    .setStatus(CarePlanActivityStatus.NOTSTARTED)
                    .setScheduled(new Period()
                            .setStartElement(new DateTimeType(day.toString()))
                            .setEndElement(new DateTimeType(day.plusDays(6).toString())));
        }
        return plan;
    }

    private static String first(Period period) {
        return Objects.requireNonNull(period.getStartElement().getValueAsString());
    }
}
