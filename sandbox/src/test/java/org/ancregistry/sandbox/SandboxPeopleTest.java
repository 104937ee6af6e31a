package org.ancregistry.sandbox;

import static org.ancregistry.sandbox.SandboxPeople.imesha;
import static org.ancregistry.sandbox.SandboxPeople.ishara;
import static org.ancregistry.sandbox.SandboxPeople.nimali;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxPeopleTest {

    static Stream<SandboxPerson> people() {
        return SandboxPeople.all().stream();
    }

    /** The rule of the national ID: a leap year's day of the year whatever the year, and 500 more for a woman. */
    @ParameterizedTest
    @MethodSource("people")
    void haveIdNumbersThatFitBirthDateAndSex(SandboxPerson person) {
        var birth = person.birthdate();
        var day = LocalDate.of(2000, birth.getMonth(), birth.getDayOfMonth()).getDayOfYear();
        var expected = "Female".equals(person.gender()) ? day + 500 : day;

        assertThat(person.individualId())
                .matches("[0-9]{12}")
                .startsWith("%d%03d".formatted(birth.getYear(), expected));
    }

    @ParameterizedTest
    @MethodSource("people")
    void liveOnReservedDomains(SandboxPerson person) {
        var email = person.contact().email();

        assertThat(email == null || email.endsWith("@example.org")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("people")
    void haveANameInASecondScript(SandboxPerson person) {
        assertThat(person.names()).hasSize(2).containsKey("eng");
        assertThat(person.name()).matches("[A-Za-z. ]+");
    }

    @Test
    void areEnoughForTheJourneys() {
        assertThat(SandboxPeople.mothers()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(SandboxPeople.midwives()).hasSize(3);
        assertThat(SandboxPeople.doctors()).hasSize(2);
        assertThat(SandboxPeople.supervisors()).hasSize(1);
        assertThat(SandboxPeople.administrators()).hasSize(1);
        assertThat(people().map(SandboxPerson::individualId)).doesNotHaveDuplicates();
    }

    @Test
    void includeTwoSistersWithOneAddressAndOneTelephone() {
        assertThat(ishara().contact().address()).isEqualTo(imesha().contact().address());
        assertThat(ishara().contact().phoneNumber())
                .isEqualTo(imesha().contact().phoneNumber());
        assertThat(ishara().individualId()).isNotEqualTo(imesha().individualId());
    }

    @Test
    void haveTelephonesOfTheirOwnOtherwise() {
        var phones = SandboxPeople.mothers().stream()
                .filter(mother -> !mother.equals(imesha()))
                .map(mother -> mother.contact().phoneNumber())
                .filter(Objects::nonNull);

        assertThat(phones).doesNotHaveDuplicates();
    }

    @Test
    void comeInTheOrderOfTheFile() {
        assertThat(SandboxPeople.all()).startsWith(nimali()).endsWith(SandboxPeople.senuri());
    }

    @Test
    void keepTheirNamesInTheirOwnScripts() {
        assertThat(nimali().nameIn("sin")).isEqualTo("නිමාලි සඳුනි පෙරේරා");
        assertThat(nimali().nameIn("tam")).isEqualTo("Nimali Sanduni Perera");
    }
}
