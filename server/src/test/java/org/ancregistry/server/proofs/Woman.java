package org.ancregistry.server.proofs;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;

/**
 * A woman whom nobody else of the run is: her name, number, phone and sign-in are hers alone.
 *
 * @param nationalId her number, as she says it
 * @param sub how her identity provider knows her
 */
record Woman(String name, LocalDate born, String phone, String nationalId, String sub) {

    static final String PROVIDER = "esignet";
    private static final String NATIONAL_ID_SYSTEM = "https://fhir.health.gov.lk/id/nic";
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Woman next() {
        var number = COUNT.incrementAndGet();
        var born = LocalDate.of(1980, 1, 1).plusDays(number);
        return new Woman(
                "Nimali Perera " + letters(number),
                born,
                String.format(Locale.ROOT, "071%07d", number),
                String.format(Locale.ROOT, "%d%03d%05d", born.getYear(), 500 + dayOfTheYear(born), number),
                "sub-" + UUID.randomUUID());
    }

    /** The number counts every February with 29 days. */
    private static int dayOfTheYear(LocalDate day) {
        return day.withYear(2000).getDayOfYear();
    }

    /** A name of letters that tells the women apart: digits are no part of names. */
    private static String letters(int number) {
        return Integer.toString(number, Character.MAX_RADIX)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, Character.MAX_RADIX) % 26))
                        + (char) ('a' + Character.digit(digit, Character.MAX_RADIX) / 26))
                .reduce("Q", String::concat);
    }

    /** What her identity provider says of her. */
    Demographics verified(NationalIdHasher hasher) {
        return new Demographics(
                List.of(PersonName.of(name, "en")),
                born,
                Gender.FEMALE,
                new PostalAddress("12 Temple Road, Gampaha", "12 Temple Road", "Gampaha", null, "11000", null),
                phone,
                null,
                hasher.hash(NationalId.parse(nationalId).orElseThrow()));
    }

    /** What she tells when nobody vouches for her. */
    Patient told() {
        var told = new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType(born + ""));
        told.addName().setText(name);
        told.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        told.addIdentifier().setSystem(NATIONAL_ID_SYSTEM).setValue(nationalId);
        return told;
    }

    @Override
    public String toString() {
        return "a woman";
    }
}
