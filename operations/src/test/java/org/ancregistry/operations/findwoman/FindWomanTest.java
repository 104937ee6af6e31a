package org.ancregistry.operations.findwoman;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryCandidates;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryStrongKeys;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Parts;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.WomenByName;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class FindWomanTest {

    private static final String NAME = "Nimali Sanduni Perera";
    private static final LocalDate BORN = LocalDate.of(1996, 4, 17);

    private final InMemoryPhnRegister register =
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom()));
    private final InMemoryRecords records = new InMemoryRecords(register);
    private final CaredFor cared = new CaredFor();
    private final Set<String> all = new LinkedHashSet<>();
    private final String nimali = given(NAME, "1996-04-17");
    private final AtomicInteger questions = new AtomicInteger();
    private Attempts attempts = (who, what) -> {};

    @Test
    void leadsToAWomanHoweverHerNameIsSpelled() {
        for (var name : List.of(NAME, "Perera Nimali Sanduni", "Nimalie Sandunie Pereira", "නිමාලි සඳුනි පෙරේරා")) {
            assertThat(found(name, BORN)).as(name).containsExactly(nimali);
        }
    }

    @Test
    void tellsEnoughToPickTheRightOneAndNoMore() {
        var row = find(Staff.doctor(), NAME, BORN).getParameterFirstRep();
        assertThat(row.getPart())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("patient", "initials", "place", "phn-end", "in-care");
        assertThat(Parts.text(row, "initials")).isEqualTo("N S P");
        assertThat(Parts.text(row, "place")).isEqualTo("Galewela");
        assertThat(Parts.text(row, "phn-end")).isEqualTo("Q9V");
        assertThat(Parts.isTrue(row, "in-care")).isFalse();
    }

    @Test
    void writesInitialsOfHerScriptWithTheirVowelSigns() {
        given("ශ්‍රීමා නිමාලි පෙරේරා", "1990-01-02");
        var row = find(Staff.doctor(), "ශ්‍රීමා නිමාලි පෙරේරා", LocalDate.of(1990, 1, 2))
                .getParameterFirstRep();
        assertThat(Parts.text(row, "initials")).isEqualTo("ශ්‍රී නි පෙ");
    }

    @Test
    void saysWhoIsInTheClinicsCareAlready() {
        cared.put(nimali, Staff.HOSPITAL);
        assertThat(Parts.isTrue(find(Staff.doctor(), NAME, BORN).getParameterFirstRep(), "in-care"))
                .isTrue();
    }

    @Test
    void needsBothFactsToBeHers() {
        assertThat(found(NAME, BORN.plusDays(1))).isEmpty();
        assertThat(found("Chathurika Jayasinghe", BORN)).isEmpty();
    }

    @Test
    void findsNobodyWhoseBirthDateIsNotKnownToTheDay() {
        given("Yalini Sivakumar", "1994");
        assertThat(found("Yalini Sivakumar", LocalDate.of(1994, 1, 1))).isEmpty();
    }

    @Test
    void doesNotFindAWomanWhoKeepsTheClinicOut() {
        cared.closeToClinics(nimali);
        assertThat(found(NAME, BORN)).isEmpty();
    }

    @Test
    void answersTenAtMost() {
        for (var i = 0; i < 12; i++) {
            given(NAME, "1996-04-17");
        }
        assertThat(found(NAME, BORN)).hasSize(10);
    }

    @Test
    void asksNoMoreOftenAboutManyThanAboutOne() {
        link(nimali);
        found(NAME, BORN);
        var aboutOne = questions.getAndSet(0);
        for (var i = 0; i < 9; i++) {
            link(given(NAME, "1996-04-17"));
        }
        assertThat(found(NAME, BORN)).hasSize(10);
        assertThat(questions).hasValue(aboutOne);
    }

    /** She has another record under another name, as a supervisor decided. */
    private void link(String one) {
        var record = records.read(Patient.class, one).orElseThrow();
        var other = records.read(Patient.class, records.given(new Patient())).orElseThrow();
        LinkedRecords.join(other, record);
        records.write(List.of(record, other));
    }

    /** The same, and every question to it is counted. */
    private <T> T counted(Class<T> port, T answers) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    questions.incrementAndGet();
                    return method.invoke(answers, given);
                }));
    }

    @Test
    void asksForAWholeWordOfHerName() {
        for (var name : List.of("N P", "N. S. P.", "%", "x".repeat(201))) {
            assertThat(Refused.problemOf(() -> found(name, BORN))).isEqualTo(Problem.PARAMETER_INVALID);
        }
    }

    @Test
    void countsBeforeItLooks() {
        attempts = (who, what) -> {
            throw Problem.TOO_MANY_ATTEMPTS.because("Wait.");
        };
        assertThat(Refused.problemOf(() -> found(NAME, BORN))).isEqualTo(Problem.TOO_MANY_ATTEMPTS);
    }

    @Test
    void isForDoctorsOfAClinicOnly() {
        var nowhere = new Caller(
                "Practitioner/fernando", Role.DOCTOR, null, Set.of(), Set.of(), "portal", Purpose.TREATMENT, "t");
        for (var caller : List.of(Staff.kumariTheMidwife(), Staff.supervisor(), Staff.mother(nimali), nowhere)) {
            assertThat(Refused.problemOf(() -> find(caller, NAME, BORN))).isEqualTo(Problem.FORBIDDEN);
        }
    }

    private List<String> found(String name, LocalDate born) {
        return find(Staff.doctor(), name, born).getParameter().stream()
                .map(row -> Parts.reference(row, "patient").getReference())
                .toList();
    }

    private Parameters find(Caller caller, String name, LocalDate born) {
        var candidates = new InMemoryCandidates(records, new InMemoryStrongKeys(), all);
        var stored = counted(Records.class, records);
        var pregnant = counted(ActivePregnancies.class, records::activePregnancy);
        var reach = new Reach(counted(CareRelationships.class, cared));
        var women = new WomenByName(candidates, stored, new OneWoman(stored, pregnant), reach);
        return new FindingWomen(records, attempts, women).find(caller, name, born);
    }

    private String given(String name, String born) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType(born));
        woman.addName().setText(name);
        woman.addAddress().setCity("Galewela").setText("12 Temple Road, Galewela");
        if (all.isEmpty()) {
            woman.addIdentifier(Phns.identifier(new Phn("4054X7K2Q9V")));
        }
        var reference = records.given(woman);
        all.add(reference);
        return reference;
    }
}
