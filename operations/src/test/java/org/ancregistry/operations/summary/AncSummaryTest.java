package org.ancregistry.operations.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class AncSummaryTest {

    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final CaredFor cared = new CaredFor();
    private final List<Resource> record = new ArrayList<>();
    private final String nimali = givenNimali();

    @Test
    void putsTheMotherFirstAndTheNewestFindingBeforeTheOthers() {
        record.add(0, observed("2026-07-01"));
        record.add(0, observed("2026-08-01"));
        record.add(observed("2026-06-01"));
        assertThat(resources(summary(Staff.kumariTheMidwife())).stream().map(Resource::fhirType))
                .startsWith("Patient", "Observation");
        assertThat(findings(summary(Staff.kumariTheMidwife())))
                .containsExactly("2026-08-01", "2026-07-01", "2026-06-01");
    }

    @Test
    void addsThePlacesThatTheRecordNames() {
        var clinic = records.given(new Organization().setName("Field clinic"));
        ((Patient) record.get(0)).setManagingOrganization(new Reference(clinic));
        assertThat(resources(summary(Staff.kumariTheMidwife()))).anyMatch(Organization.class::isInstance);
    }

    @Test
    void saysWhenItWasCut() {
        for (var i = 0; i <= Summaries.MOST_OF_A_TYPE; i++) {
            record.add(observed("2026-07-01"));
        }
        var shown = resources(summary(Staff.kumariTheMidwife()));
        assertThat(shown.stream().filter(Observation.class::isInstance)).hasSize(Summaries.MOST_OF_A_TYPE);
        assertThat(shown.get(shown.size() - 1)).isInstanceOf(OperationOutcome.class);
    }

    @Test
    void isForHerselfAndThoseWhoCareForHer() {
        assertThat(resources(summary(Staff.mother(nimali)))).hasSize(1);
        assertThat(Refused.problemOf(() -> summary(Staff.mother("Patient/another"))))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> summary(Staff.anotherMidwife()))).isEqualTo(Problem.NOT_FOUND);
        assertThat(Refused.problemOf(() -> summary(Staff.system("system/Observation.rs"))))
                .isEqualTo(Problem.NOT_FOUND);
    }

    private Bundle summary(Caller caller) {
        return new Summaries(new RecordInMemory(), new Reach(cared)).of(caller, nimali);
    }

    private String givenNimali() {
        var mother = new Patient();
        var reference = records.given(mother);
        record.add(mother);
        cared.put(reference, Staff.AREA);
        return reference;
    }

    private static Observation observed(String day) {
        return new Observation().setEffective(new DateTimeType(day));
    }

    private static List<Resource> resources(Bundle bundle) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource).toList();
    }

    private static List<String> findings(Bundle bundle) {
        return resources(bundle).stream()
                .filter(Observation.class::isInstance)
                .map(finding ->
                        ((Observation) finding).getEffectiveDateTimeType().getValueAsString())
                .toList();
    }

    /** Her record as each test gives it, and the people and places that it also gives. */
    private final class RecordInMemory implements WholeRecord {

        @Override
        public List<Resource> of(String patient, List<String> types, int limit) {
            return record;
        }

        @Override
        public List<Resource> named(String type, Collection<String> ids) {
            return type.equals("Organization")
                    ? List.copyOf(records.readAll(
                            Organization.class,
                            ids.stream().map(id -> "Organization/" + id).toList()))
                    : List.of();
        }
    }
}
