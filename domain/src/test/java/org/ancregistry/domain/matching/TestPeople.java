package org.ancregistry.domain.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;

/** Invented women, changed one field at a time. */
record TestPeople(String name, String born, String nic, String phone, String address) {

    private static final NationalIdHasher HASHER =
            new NationalIdHasher("a key for tests, 32 bytes long ..".getBytes(StandardCharsets.US_ASCII));

    static TestPeople nimali() {
        return new TestPeople(
                "Hettiarachchige Nimali Kumari Perera",
                "1996-03-23",
                "965830013V",
                "0771234567",
                "No. 12/3, Lake Road, Mullegama, Madulla");
    }

    TestPeople named(String other) {
        return new TestPeople(other, born, nic, phone, address);
    }

    TestPeople born(String other) {
        return new TestPeople(name, other, nic, phone, address);
    }

    TestPeople nic(String other) {
        return new TestPeople(name, born, other, phone, address);
    }

    TestPeople phone(String other) {
        return new TestPeople(name, born, nic, other, address);
    }

    TestPeople living(String other) {
        return new TestPeople(name, born, nic, phone, other);
    }

    Demographics described() {
        return new Demographics(
                Optional.ofNullable(name).map(PersonName::of).stream().toList(),
                Optional.ofNullable(born).map(LocalDate::parse).orElse(null),
                Gender.FEMALE,
                Optional.ofNullable(address)
                        .map(text -> new PostalAddress(text, null, null, null, null, null))
                        .orElse(null),
                phone,
                null,
                hashes(nic));
    }

    static NationalIdHashes hashes(String nic) {
        return Optional.ofNullable(nic)
                .flatMap(NationalId::parse)
                .map(HASHER::hash)
                .orElse(null);
    }
}
