package org.ancregistry.operations.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingSectionsTest {

    @ParameterizedTest
    @CsvSource({
        "allergies, ALLERGIES",
        "medications, MEDICINES",
        "iron, MEDICINES",
        "hx_epilepsy, PROBLEMS",
        "prev_gdm, PROBLEMS",
        "dx_anaemia, PROBLEMS",
        "influenza, IMMUNIZATIONS",
        "ttcv_history, IMMUNIZATIONS",
        "gravida, PREGNANCY",
        "edd, PREGNANCY",
        "delivery_mode, PREGNANCY",
        "baby_outcome, PREGNANCY",
        "birth_weight, PREGNANCY",
        "haemoglobin, RESULTS",
        "blood_group, RESULTS",
        "ultrasound_date, RESULTS",
        "spo2, VITAL_SIGNS",
        "tobacco, SOCIAL",
        "education, SOCIAL",
        "fundal_height, EXAMINATION",
        "danger_fever, EXAMINATION",
        "birth_plan, EXAMINATION"
    })
    void aFindingStandsWhereItsQuestionBelongs(String field, SummarySection section) {
        var primary = Dictionary.anc().require(field).primary();
        assertThat(FindingSections.of(finding(primary.system(), primary.code())))
                .isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource({
        "vital-signs, VITAL_SIGNS",
        "social-history, SOCIAL",
        "laboratory, RESULTS",
        "imaging, RESULTS",
        "exam, EXAMINATION"
    })
    void aFindingThatTheDictionaryDoesNotKnowStandsByItsCategory(String category, SummarySection section) {
        var finding = finding("http://elsewhere.example", "ANC.B6.DE57");
        assertThat(FindingSections.of(finding)).isEqualTo(SummarySection.EXAMINATION);
        finding.addCategory().addCoding().setCode(category);
        assertThat(FindingSections.of(finding)).isEqualTo(section);
    }

    @Test
    void herHeightIsAVitalSignAlthoughThePregnancyAsksForIt() {
        var primary = Dictionary.anc().require("height").primary();
        var height = finding(primary.system(), primary.code());
        height.addCategory().addCoding().setCode("vital-signs");
        assertThat(FindingSections.of(height)).isEqualTo(SummarySection.VITAL_SIGNS);
    }

    private static Observation finding(String system, String code) {
        var finding = new Observation();
        finding.getCode().addCoding().setSystem(system).setCode(code);
        return finding;
    }
}
