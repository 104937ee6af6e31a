package org.ancregistry.operations.whosephn;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.EmergenciesInMemory;
import org.ancregistry.operations.EmergencyHolders;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class WhosePhnTest {

    private static final String PHN = "4054X7K2Q9V";

    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final EmergenciesInMemory emergencies = new EmergenciesInMemory(Clock.systemUTC());
    private final AtomicInteger questions = new AtomicInteger();
    private final String nimali = givenNimali();

    private String givenNimali() {
        var mother = new Patient();
        mother.setId("urn:uuid:3b0f8f0a-6f29-4f7e-8a9f-0d6a3f1f9a10");
        mother.addIdentifier().setSystem("https://fhir.health.gov.lk/id/phn").setValue(PHN);
        mother.addName().setText("Nimali Sanduni Perera");
        mother.addName().setText("නිමාලි සඳුනි පෙරේරා");
        mother.setBirthDateElement(new DateType("1996-04-17"));
        mother.addAddress().setCity("Galewela");
        mother.addTelecom().setValue("0771234567");
        records.write(List.of(mother));
        return "Patient/" + records.all(Patient.class).get(0).getIdElement().getIdPart();
    }

    private Parameters ask(Caller caller, String phn) {
        return new NamingHolders(
                        (who, what) -> questions.incrementAndGet(),
                        new EmergencyHolders(register, records, records.oneWoman(), emergencies))
                .name(caller, phn);
    }

    @Test
    void tellsInitialsAndAYearAndNothingElse() {
        var answer = ask(Staff.doctor(), "4054 X7K2Q9 V");
        assertThat(answer.getParameter())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("patient", "initials", "initials", "birth-year");
        assertThat(answer.getParameter())
                .extracting(parameter -> parameter.getValue() instanceof Reference to
                        ? to.getReference()
                        : parameter.getValue().primitiveValue())
                .containsExactly(nimali, "N S P", "නි ස පෙ", "1996");
        assertThat(emergencies.opened).isEmpty();
    }

    @Test
    void countsEveryQuestionWhateverBecomesOfIt() {
        ask(Staff.doctor(), PHN);
        for (var phn : List.of("385C2Q7KXM9", "#", "x")) {
            assertThat(Refused.problemOf(() -> ask(Staff.doctor(), phn))).isEqualTo(Problem.NOT_FOUND);
        }
        assertThat(questions).hasValue(4);
    }

    @Test
    void tellsNothingToADoctorWhomSheKeepsOut() {
        emergencies.keepOut(Staff.doctor().id(), nimali);
        assertThat(Refused.problemOf(() -> ask(Staff.doctor(), PHN))).isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void isForDoctorsOnly() {
        for (var caller : List.of(Staff.kumariTheMidwife(), Staff.supervisor(), Staff.mother(nimali))) {
            assertThat(Refused.problemOf(() -> ask(caller, PHN))).isEqualTo(Problem.FORBIDDEN);
        }
        assertThat(questions).hasValue(0);
    }
}
