package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @ParameterizedTest
    @CsvSource({
        "WICKREMASINGHE,VIKRAMASINHA",
        "RATHNAYEKE,RATNAYAKA",
        "DYSSANAYAKE,DISSANAYAKA",
        "FATHIMA,PATHIMA",
        "PERERA,PEREIRA",
        "HETTIARACHCHIGE,HETTIARACHIGE",
        "MADUBHASHINI,MADHUBASHINI",
        "CHANDANI,CHAANDANI",
        "THENNAKOON,TENNAKOON",
        "UWAIS,UVAIS",
        "ZAINAB,SAINAB",
        "YASODA,YASODHA",
        "YAZHINI,YALINI",
        "VIJAYALAKSHMI,VIJAYALETCHUMI",
        "LAXMI,LATCHUMI",
        "SIVALEDCHUMI,SIVALAKSHMI",
        "ANBAZHAGAN,ANBALAGAN",
        "THAMIZHARASI,TAMILARASI",
        "MUZHAFFAR,MUZAFFAR",
        "MEENAKSHI,MEENATCHI",
        "GOWRY,GOURI",
        "KOWSALYA,KAUSALYA",
        "AZHAR,AZAR",
        "KAVITRHA,KAVITRA"
    })
    void makesSpellingsOfOneNameOne(String one, String other) {
        assertThat(Skeleton.of(one)).isEqualTo(Skeleton.of(other));
    }

    @ParameterizedTest
    @CsvSource({"NIMALI,NILMI", "PERERA,PEREZ", "ROSHINI,ROSHINGHE", "SANDUNI,CHANDANI", "KUMARI,KUMUDU", "PARA,PERERA"
    })
    void keepsNamesApart(String one, String other) {
        assertThat(Skeleton.of(one)).isNotEqualTo(Skeleton.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "BANUMATHI,PANUMATI",
        "RAJESWARY,RASESVARI",
        "DEVAKI,THEVAKI",
        "YOGARAJAH,YOKARASA",
        "SUBRAMANIAM,SUPPIRAMANIYAM",
        "CHANDRIKA,SANTHIRIKA"
    })
    void hearsWhatTamilScriptDoesNotTellApart(String one, String other) {
        assertThat(Skeleton.sounds(one)).isEqualTo(Skeleton.sounds(other));
    }

    @Test
    void countsAWomansNameApartFromAMans() {
        assertThat(Skeleton.counted("NALINIE")).isEqualTo(Skeleton.counted("NALINY"));
        assertThat(Skeleton.counted("NALINI")).isNotEqualTo(Skeleton.counted("NALIN"));
        assertThat(Skeleton.ofCounted(Skeleton.counted("NALINI"))).isEqualTo(Skeleton.counted("NALIN"));
    }

    @Test
    void countsASwapAsOneSlip() {
        assertThat(Spelling.distance("NIMALI", "NIAMLI")).isEqualTo(1);
        assertThat(Spelling.distance("KUMARI", "KUMUDU")).isEqualTo(3);
        assertThat(Spelling.near("ANU", "ANA")).isFalse();
    }
}
