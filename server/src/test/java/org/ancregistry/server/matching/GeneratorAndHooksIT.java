package org.ancregistry.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.LongStream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A synthetic registry, whose side tables are filled directly, has the rows that the storage hooks would have written. */
class GeneratorAndHooksIT {

    private static final long SEED = 20_261_128;
    private static final int WOMEN = 60;

    private final RunningRegistry registry = RunningRegistry.onPostgres();
    private final JdbcTemplate jdbc = registry.bean(JdbcTemplate.class);

    @Test
    void writesWhatTheHooksWrite() {
        LongStream.range(0, WOMEN)
                .mapToObj(number -> SyntheticMother.of(SEED, number))
                .forEach(woman -> {
                    var generated = SyntheticRegistry.row(woman);
                    var person = stored(generated.said(), String.valueOf(generated.area()));
                    assertThat(jdbc.queryForObject(
                                    "select said from match_person where person = ?", String.class, person))
                            .isEqualTo(Said.text(generated.said()));
                    assertThat(new HashSet<>(
                                    jdbc.queryForList("select k from match_key where person = ?", Long.class, person)))
                            .isEqualTo(new HashSet<>(generated.keys()));
                });
    }

    @Test
    void givesTheSameWomanForTheSameNumber() {
        assertThat(SyntheticMother.of(SEED, 24).phone())
                .isEqualTo(SyntheticMother.of(SEED, 23).phone());
        assertThat(SyntheticRegistry.row(SyntheticMother.of(SEED, 7)).said())
                .isEqualTo(SyntheticRegistry.row(SyntheticMother.of(SEED, 7)).said());
        assertThat(SyntheticMother.of(SEED + 1, 7).nationalId())
                .isNotEqualTo(SyntheticMother.of(SEED, 7).nationalId());
    }

    private long stored(Demographics said, String area) {
        var patients = registry.bean(DaoRegistry.class).getResourceDao(Patient.class);
        return patients.create(patient(said, area(area)), new SystemRequestDetails())
                .getId()
                .getIdPartAsLong();
    }

    private String area(String reference) {
        var areas = registry.bean(DaoRegistry.class).getResourceDao(Organization.class);
        var area = new Organization().setName("MOH area");
        area.setId(new IdType(reference));
        areas.update(area, new SystemRequestDetails());
        return reference;
    }

    private static Patient patient(Demographics said, String area) {
        var patient = new Patient().setManagingOrganization(new Reference(area));
        said.names().forEach(name -> patient.addName().setText(name.text()));
        if (said.birthDate() != null) {
            patient.setBirthDateElement(new DateType(said.birthDate().toString()));
        }
        if (said.gender() != null) {
            patient.setGender(AdministrativeGender.fromCode(said.gender().name().toLowerCase(Locale.ROOT)));
        }
        if (said.address() != null) {
            patient.addAddress(new Address()
                    .setText(said.address().text())
                    .setState(said.address().region()));
        }
        if (said.phone() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(said.phone());
        }
        return patient;
    }
}
