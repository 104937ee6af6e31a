package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of one mother say of another record that a supervisor linked to hers. */
class OtherRecordPageTest extends CarePagesTests {

    private static final String OTHER = "Patient/2/$anc-summary";
    private static final List<String> PAGES = List.of("/doctor/mothers/1/summary", VISIT);

    @Test
    void sayWhatNobodyMayOverlook() throws Exception {
        linked(LinkType.SEEALSO);
        REGISTRY.answers(OTHER, other());
        for (var path : PAGES) {
            assertThat(read(path))
                    .contains("From her other record", "Aspirin", "Severe headache", "/doctor/mothers/2/summary")
                    .doesNotContain("does not open to you", "??");
        }
    }

    @Test
    void saySoWhereItDoesNotOpen() throws Exception {
        linked(LinkType.REFER);
        REGISTRY.refuses(OTHER, 404, "not-found");
        for (var path : PAGES) {
            assertThat(read(path))
                    .contains("From her other record", "does not open to you. Ask her about allergies")
                    .doesNotContain("/doctor/mothers/2/summary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    void haveWordsForItInEachLanguage(String language) throws Exception {
        linked(LinkType.SEEALSO);
        for (var path : PAGES) {
            REGISTRY.answers(OTHER, other());
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??", "From her");
            REGISTRY.refuses(OTHER, 404, "not-found");
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??", "Ask her");
        }
    }

    @Test
    void takeOneThatWasMergedIntoItForNone() throws Exception {
        linked(LinkType.REPLACES);
        assertThat(read(PAGES.get(0))).doesNotContain("From her other record");
        assertThat(REGISTRY.asked(OTHER)).isEmpty();
    }

    private static void linked(LinkType type) {
        var record = CareUnderTest.record();
        patient(record).addLink().setType(type).setOther(new Reference("Patient/2"));
        REGISTRY.answers(SUMMARY, record);
    }

    /** The same visits, and an allergy that this record does not know of. */
    private static Bundle other() {
        var record = CareUnderTest.record();
        patient(record).setId("Patient/2");
        var allergy = new AllergyIntolerance().setCode(new CodeableConcept().setText("Aspirin"));
        record.addEntry().setResource(allergy);
        return record;
    }

    private static Patient patient(Bundle record) {
        return (Patient) record.getEntryFirstRep().getResource();
    }
}
