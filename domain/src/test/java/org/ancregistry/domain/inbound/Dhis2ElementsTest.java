package org.ancregistry.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.Dictionary;
import org.junit.jupiter.api.Test;

class Dhis2ElementsTest {

    private static final String SNOMED = "http://snomed.info/sct";

    @Test
    void mapsOntoFieldsThatThereAre() {
        assertThat(Dhis2Elements.anc().all())
                .hasSize(42)
                .allSatisfy(element -> assertThat(element.fields())
                        .allSatisfy(field -> assertThat(Dictionary.anc().field(field))
                                .as(field)
                                .isPresent()));
    }

    @Test
    void namesForADipstickTheAnswerThatIsNothing() {
        assertThat(Dhis2Elements.anc().all())
                .filteredOn(element -> element.reading() == Reading.DIPSTICK)
                .hasSize(2)
                .allSatisfy(element -> assertThat(Dictionary.anc()
                                .require(element.fields().get(0))
                                .answer(String.valueOf(element.none())))
                        .hasValueSatisfying(none -> assertThat(none.label()).isEqualTo("None")));
    }

    @Test
    void takesNoIllnessForAFact() {
        assertThat(Dhis2Elements.anc().all())
                .filteredOn(element -> element.resource().equals("Condition")
                        || element.resource().equals("Immunization"))
                .hasSize(7)
                .allSatisfy(element -> assertThat(element.reading()).isEqualTo(Reading.UNDECIDABLE));
        assertThat(Dhis2Elements.anc().of("J3eLUAZkM6M", new Code(SNOMED, "63718003")))
                .hasValueSatisfying(folate -> assertThat(folate.reading()).isEqualTo(Reading.UNDECIDABLE));
    }

    @Test
    void doesNotTakeAnElementUnderAnotherCodeForTheSame() {
        assertThat(Dhis2Elements.anc().of("Y3xF4qecAVw", new Code(SNOMED, "271649006")))
                .isPresent();
        assertThat(Dhis2Elements.anc().of("Y3xF4qecAVw", new Code(SNOMED, "271650006")))
                .isEmpty();
    }

    @Test
    void tellsTheYoungestChildsAgeFromTheReasonForReferralThatIsReadInItsPlace() {
        assertThat(Dhis2Elements.anc().of("BqkEw3MQDNI", new Code("urn:dhis2:dataElement", "age-youngest-child")))
                .hasValueSatisfying(age -> assertThat(age.reading()).isEqualTo(Reading.NOTE));
        assertThat(Dhis2Elements.anc().of("BqkEw3MQDNI", new Code("urn:dhis2:dataElement", "716101000000104")))
                .hasValueSatisfying(reason -> assertThat(reason.reading()).isEqualTo(Reading.LOST));
    }

    @Test
    void knowsWhereMothersAreSeenAtEachStage() {
        assertThat(Dhis2Elements.anc().contactType("GX0z9IXFaso")).contains("field-clinic");
        assertThat(Dhis2Elements.anc().contactType("aQYZkIhWzeJ")).contains("vog-clinic");
        assertThat(Dhis2Elements.anc().contactType("other")).isEmpty();
    }
}
