package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.person.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressAgreementTest {

    @Test
    void oneVillageNameInTwoDistrictsIsTwoVillages() {
        assertThat(place("Kelewewa", "Puttalam", "Kelewewa", "Colombo")).isEqualTo(AddressLevel.DIFFERENT);
        assertThat(place("Kelewewa", "Puttalam", "Kelewewa", "Puttalam")).isEqualTo(AddressLevel.NEAR);
        assertThat(place("Kelewewa", "Puttalam", "Kelewewa", null)).isEqualTo(AddressLevel.NEAR);
    }

    @Test
    void oneVillageNameWithItsRoadIsOneVillageWhateverTheDistrict() {
        assertThat(place("Kovil Street, Kelewewa", "Puttalam", "Kovil Street, Kelewewa", "Colombo"))
                .isEqualTo(AddressLevel.NEAR);
    }

    @Test
    void theNumberAndTheVillageAreOneHouse() {
        var agreement = of("No. 12/3, Lake Road, Mullegama", "12/3 Lake Rd, Mullegama");
        assertThat(agreement.isOneHouse()).isTrue();
        assertThat(agreement.result()).isEqualTo(FieldResult.SAME);
    }

    @Test
    void anotherNumberOfOneRoadIsAnotherHouse() {
        var agreement = of("12 Lake Road, Mullegama", "14 Lake Road, Mullegama");
        assertThat(agreement.door()).isEqualTo(DoorLevel.OTHER);
        assertThat(agreement.road()).isEqualTo(RoadLevel.SAME);
        assertThat(agreement.result()).isEqualTo(FieldResult.CLOSE);
    }

    @Test
    void oneNumberOfOneRoadIsCloseThoughOneSideNamesTheTown() {
        var agreement = of("12/3 Lake Road, Mullegama", "12/3 Lake Road, Badulla");
        assertThat(agreement.place()).isEqualTo(AddressLevel.OTHER_WORDS);
        assertThat(agreement.result()).isEqualTo(FieldResult.CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"12 Lake Road, 12 Temple Road", "12 Lake Road, 14 Lake Road", "12, 12", "Lake Road, Lake Road"})
    void inTwoPlacesANumberOrARoadAloneSaysNothing(String one, String other) {
        var agreement = of(one + ", Mullegama", other + ", Thalawila");
        assertThat(agreement.door()).isEqualTo(DoorLevel.NOT_SAID);
        assertThat(agreement.road()).isEqualTo(RoadLevel.NOT_SAID);
        assertThat(agreement.result()).isEqualTo(FieldResult.DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Temple Road, Templeroad",
        "Temple Road, TEMPLE RD",
        "Galpoththa Mawatha, Galpoththamawatha",
        "Galpoththa Mawatha, Galpoththa Mawtha",
        "Hospital Street, Hospital Sreet",
        "Hospital Street, Hospita l Street",
        "Station Avenue, Station Ave"
    })
    void oneRoadIsWrittenInManyWays(String one, String other) {
        assertThat(of(one + ", Mullegama", other + ", Mullegama").road()).isEqualTo(RoadLevel.SAME);
    }

    private static AddressAgreement of(String one, String other) {
        return AddressAgreement.of(address(one, null), address(other, null), false);
    }

    private static AddressLevel place(
            String one, @Nullable String district, String other, @Nullable String otherDistrict) {
        return AddressAgreement.of(address(one, district), address(other, otherDistrict), false)
                .place();
    }

    private static AddressWords address(String text, @Nullable String district) {
        return AddressWords.of(new PostalAddress(text, null, null, district, null, null))
                .orElseThrow();
    }
}
