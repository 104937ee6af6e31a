package org.ancregistry.server.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.matching.NameKeys;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.PhoneNumber;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.fhir.Fingerprint;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys under which a woman is looked for, in a table that is written together with her record. */
final class JdbcPersonKeys implements Candidates {

    private final JdbcTemplate jdbc;

    JdbcPersonKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String reference, Patient patient) {
        jdbc.update("delete from person_key where patient = ?", reference);
        add(reference, patient);
    }

    void add(String reference, Patient patient) {
        var rows = keys(PatientDemographics.of(patient, null)).stream()
                .map(key -> new Object[] {key.kind(), key.value(), reference})
                .toList();
        jdbc.batchUpdate("insert into person_key (kind, val, patient) values (?, ?, ?)", rows);
    }

    @Override
    public Set<String> like(Demographics person, int limit) {
        var found = new LinkedHashSet<String>();
        if (person.nationalId() != null) {
            found.addAll(patients(
                    "select patient from national_id_hash where whole = ? order by patient fetch first ? rows only",
                    person.nationalId().whole(),
                    limit));
        }
        for (var key : keys(person)) {
            if (found.size() < limit) {
                found.addAll(patients(
                        "select patient from person_key where kind = ? and val = ? order by patient"
                                + " fetch first ? rows only",
                        key.kind(),
                        key.value(),
                        limit - found.size()));
            }
        }
        return found;
    }

    private List<String> patients(String sql, Object... values) {
        return jdbc.query(sql, (row, i) -> row.getString(1), values);
    }

    /** Without a birth date there is no key: a name or a phone alone would find half the country or a whole house. */
    private static Set<Key> keys(Demographics person) {
        var born = person.birthDate();
        if (born == null) {
            return Set.of();
        }
        var parts = new ArrayList<Key>();
        if (person.phone() != null) {
            PhoneNumber.parse(person.phone()).ifPresent(phone -> parts.add(new Key("phone", phone.lastNine())));
        }
        person.names().forEach(name -> NameKeys.of(name).forEach(word -> parts.add(new Key("name", word))));
        var keys = new LinkedHashSet<Key>();
        parts.forEach(part -> keys.add(new Key(part.kind(), Fingerprint.of(List.of(part.value(), born.toString())))));
        return keys;
    }

    private record Key(String kind, String value) {}
}
