package org.ancregistry.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.domain.person.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAgreementTest {

    @ParameterizedTest
    @CsvSource({
        "Nimali Kumari Perera,Nimali Kumari Perera,SAME,SEVERAL_SAME,NONE,MISSING",
        "Nimali Perera,PERERA NIMAALI,SAME,ONE_SAME,NONE,MISSING",
        "Nimali Perera,Nimali Jayasinghe,DIFFERENT,ONE_SAME,NONE,MISSING",
        "Nimali Perera,Sanduni Perera,SAME,CONTRADICTORY,NONE,MISSING",
        "Devaki Nadarajah,Thevaki Nadarajah,SAME,ONE_SAME,NONE,MISSING",
        "Devaki Nadarajah,Devakhi Nadarajan,CLOSE,ONE_SAME,NONE,MISSING",
        "Nimali Kumari Perera,Sanduni Kumari Perera,SAME,MIXED,NONE,MISSING",
        "Nimali Perera,N. Perera,SAME,MISSING,ONE_FITS,MISSING",
        "Nimali Perera,K.N. Perera,SAME,MISSING,ONE_FITS,MISSING",
        "Nimali Perera,S. Perera,SAME,MISSING,NONE_FITS,MISSING",
        "H. Perera,Hettiarachchige Nimali Perera,SAME,MISSING,ONE_FITS,MISSING",
        "Hettiarachchige Nimali Perera,Hettiarachchige N Perera,SAME,MISSING,ONE_FITS,SAME",
        "Hettiarachchige Nimali Perera,Kankanamge Nimali Perera,SAME,ONE_SAME,NONE,DIFFERENT",
        "HA Dilrukshi Ranasinghe,H.A. Dilrukshi Ranasinghe,SAME,ONE_SAME,TWO_FIT,MISSING",
        "K M G S DISSANAYAKE,K. M. G. S. Dissanayake,SAME,MISSING,FOUR_FIT,MISSING",
        "V.A.A.L. Silva,Vitanage Arachchige Anoma Lakshika Silva,SAME,MISSING,FOUR_FIT,MISSING",
        "DIA HETTIARACHCHI,Dona Imasha Amali Hettiarachchi,SAME,MISSING,THREE_FIT,MISSING",
        "M. Rajeswary,Rajeswari Muthusamy,NOT_WRITTEN_OUT,ONE_SAME,ONE_FITS,MISSING",
        "Apsara Rathnayake,Gunawardena Apsara,NOT_WRITTEN_OUT,MIXED,NONE,MISSING",
        "Thennakoonge Dilini Gamage,Dilini Thennakoonge,DIFFERENT,ONE_SAME,NONE,MISSING",
        "Pramila de Silva,Prameela Silva,SAME,ONE_SAME,NONE,MISSING",
        "Perera,Perera,SAME,MISSING,NONE,MISSING"
    })
    void tellsPartByPartHowNamesAgree(
            String one, String other, FamilyLevel family, GivenLevel given, InitialsLevel initials, HouseLevel house) {
        var there = agreement(one, other);
        var back = agreement(other, one);
        assertThat(there.family()).as("family").isEqualTo(family).isEqualTo(back.family());
        assertThat(there.given()).as("given").isEqualTo(given).isEqualTo(back.given());
        assertThat(there.initials()).as("initials").isEqualTo(initials).isEqualTo(back.initials());
        assertThat(there.house()).as("house").isEqualTo(house).isEqualTo(back.house());
    }

    @Test
    void usesTheFamilyNameWhereTheSourceGaveItApart() {
        var apart = NameWords.of(new PersonName("Perera Nimali", "en", "Nimali", "Perera"));
        var agreement = NameAgreement.of(apart, NameWords.of(PersonName.of("Nimali Perera")));
        assertThat(agreement.family()).isEqualTo(FamilyLevel.SAME);
        assertThat(agreement.given()).isEqualTo(GivenLevel.ONE_SAME);
        assertThat(agreement.result()).isEqualTo(FieldResult.SAME);
    }

    @Test
    void callsTheSameWordsInAnotherOrderTheSame() {
        assertThat(agreement("Nimali Perera", "PERERA, Nimali").result()).isEqualTo(FieldResult.SAME);
        assertThat(agreement("Nimali Perera", "Nimaali Perera").result()).isEqualTo(FieldResult.CLOSE);
    }

    private static NameAgreement agreement(String one, String other) {
        return NameAgreement.of(NameWords.of(PersonName.of(one)), NameWords.of(PersonName.of(other)));
    }
}
