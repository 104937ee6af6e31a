package org.ancregistry.operations.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.EmergenciesInMemory;
import org.ancregistry.operations.EmergencyHolders;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.Transactions;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakGlassTest {

    private static final String PHN = "4054X7K2Q9V";
    private static final String REASON = "She bleeds and cannot answer.";

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final EmergenciesInMemory emergencies = new EmergenciesInMemory(clock);
    private final String nimali = givenNimali();

    private String givenNimali() {
        var mother = new Patient();
        mother.setId("urn:uuid:3b0f8f0a-6f29-4f7e-8a9f-0d6a3f1f9a10");
        mother.addIdentifier().setSystem("https://fhir.health.gov.lk/id/phn").setValue(PHN);
        records.write(List.of(mother));
        return "Patient/" + records.all(Patient.class).get(0).getIdElement().getIdPart();
    }

    private Parameters open(Caller caller, String phn, String reason) {
        return open(caller, UUID.randomUUID().toString(), phn, reason);
    }

    private Parameters open(Caller caller, String requestId, String phn, String reason) {
        return open(caller, requestId, phn, null, reason);
    }

    private Parameters open(
            Caller caller, String requestId, String phn, @Nullable String kind, @Nullable String reason) {
        var transactions = new Transactions() {
            @Override
            public <T> T inOne(Caller who, Supplier<T> act) {
                return act.get();
            }
        };
        return new BreakingGlass(
                        new Once(transactions, requests),
                        (who, what) -> {},
                        new EmergencyHolders(register, records, records.oneWoman(), emergencies),
                        patient -> Optional.empty(),
                        records,
                        emergencies,
                        clock)
                .open(caller, requestId, phn, Opening.of(kind, reason));
    }

    @Test
    void opensARecordForATimeAndLeavesATaskToReviewIt() {
        var answer = open(Staff.doctor(), PHN, REASON);
        assertThat(((Reference) answer.getParameter("patient").getValue()).getReference())
                .isEqualTo(nimali);
        assertThat(((InstantType) answer.getParameter("until").getValue())
                        .getValue()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-08-10T05:30:00Z"));
        assertThat(emergencies.opened).containsExactly(Staff.doctor().id() + " " + nimali + " " + REASON);
        var task = records.all(Task.class).get(0);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("review-emergency");
        assertThat(task.getReasonCode().getText()).as("what the reviewer reads").isEqualTo(REASON);
        assertThat(task.getReasonCode().getCodingFirstRep().getCode()).isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emergency-care", "unplanned-visit"})
    void takesAKindOfReasonWithoutFurtherWords(String kind) {
        open(Staff.doctor(), "press-1", PHN, kind, null);
        assertThat(emergencies.opened).containsExactly(Staff.doctor().id() + " " + nimali + " " + kind);
        var why = records.all(Task.class).get(0).getReasonCode();
        assertThat(why.getCodingFirstRep().getSystem())
                .isEqualTo("https://ancregistry.org/fhir/CodeSystem/anc-emergency-reason");
        assertThat(why.getCodingFirstRep().getCode()).isEqualTo(kind);
        assertThat(why.hasText()).isFalse();
    }

    @Test
    void wantsWordsForAnotherReasonAndKnowsNoFurtherKinds() {
        for (var wrong : List.of(new String[] {"other", null}, new String[] {"curious", REASON})) {
            assertThat(Refused.problemOf(() -> open(Staff.doctor(), "press-1", PHN, wrong[0], wrong[1])))
                    .isEqualTo(Problem.PARAMETER_INVALID);
        }
        assertThat(emergencies.opened).isEmpty();
    }

    @Test
    void opensNothingASecondTimeWhenTheSameIsAskedAgain() {
        var first = open(Staff.doctor(), "press-1", PHN, REASON);
        var second = open(Staff.doctor(), "press-1", PHN, REASON);
        assertThat(second.equalsDeep(first)).isTrue();
        assertThat(emergencies.opened).hasSize(1);
        assertThat(records.all(Task.class)).hasSize(1);
        assertThat(Refused.problemOf(() -> open(Staff.doctor(), "press-1", PHN, REASON + " Again.")))
                .isEqualTo(Problem.REQUEST_REUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "now", "123456789"})
    void wantsAReason(String reason) {
        assertThat(Refused.problemOf(() -> open(Staff.doctor(), PHN, reason))).isEqualTo(Problem.PARAMETER_INVALID);
        assertThat(emergencies.opened).isEmpty();
    }

    @Test
    void opensNothingToMidwivesSupervisorsAndMothers() {
        for (var caller : List.of(Staff.kumariTheMidwife(), Staff.supervisor(), Staff.mother(nimali))) {
            assertThat(Refused.problemOf(() -> open(caller, PHN, REASON))).isEqualTo(Problem.FORBIDDEN);
        }
        assertThat(emergencies.opened).isEmpty();
    }

    @Test
    void opensNothingToADoctorWhomSheKeepsOut() {
        emergencies.keepOut(Staff.doctor().id(), nimali);
        assertThat(Refused.problemOf(() -> open(Staff.doctor(), PHN, REASON))).isEqualTo(Problem.FORBIDDEN);
        assertThat(emergencies.opened).isEmpty();
    }

    @Test
    void answersEveryMissAlike() {
        for (var phn : List.of("385C2Q7KXM9", "#", "x")) {
            assertThat(Refused.problemOf(() -> open(Staff.doctor(), phn, REASON)))
                    .isEqualTo(Problem.NOT_FOUND);
        }
    }
}
