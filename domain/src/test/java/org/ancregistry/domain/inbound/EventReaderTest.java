package org.ancregistry.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answer.Counted;
import org.ancregistry.domain.clinical.Answer.Measured;
import org.ancregistry.domain.clinical.Answer.YesNo;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.pregnancy.Dating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final EventReader reader = new EventReader();
    private int entries;

    @Test
    void givesABareNumberTheUnitOfItsField() {
        take("Systolic blood pressure", new Counted(120));
        var said = reader.said();
        assertThat(said.answers()).containsEntry("systolic", new Measured(BigDecimal.valueOf(120), "mm[Hg]"));
        assertThat(said.findings()).extracting(ImportFinding::kind).containsExactly(Kind.UNIT_ADDED);
    }

    @Test
    void convertsAUnitAndItsSpelling() {
        take("Haemoglobin", new Measured(new BigDecimal("112"), "g/l"));
        take("Blood sugar", new Measured(new BigDecimal("5.1"), "mmol/L"));
        var said = reader.said();
        assertThat(said.answers())
                .containsEntry("haemoglobin", new Measured(new BigDecimal("11.20"), "g/dL"))
                .containsEntry("glucose_random", new Measured(new BigDecimal("92"), "mg/dL"));
        assertThat(said.findings()).extracting(ImportFinding::kind).containsOnly(Kind.UNIT_CONVERTED);
    }

    @Test
    void refusesAUnitThatCannotBeConverted() {
        take("Haemoglobin", new Measured(new BigDecimal("11"), "kg"));
        var said = reader.said();
        assertThat(said.answers()).isEmpty();
        assertThat(said.findings()).extracting(ImportFinding::kind).containsExactly(Kind.VALUE_IMPOSSIBLE);
    }

    @Test
    void storesNothingOfWhatIsSentForAYesAndForANoAlike() {
        take("Diabetes", null);
        take("Folic acid", null);
        take("Rubella immunisation", null);
        var said = reader.said();
        assertThat(said.answers()).isEmpty();
        assertThat(said.toAsk()).containsExactly("Diabetes", "Folic acid", "Rubella immunisation");
        assertThat(said.findings()).extracting(ImportFinding::kind).containsOnly(Kind.UNDECIDABLE);
    }

    @Test
    void takesWhatIsSentForAYesOnlyForAYesAndNothingElse() {
        take("Iron and folic acid", null);
        take("Fetal heart sounds", new YesNo(false));
        var said = reader.said();
        assertThat(said.answers())
                .containsOnlyKeys("iron", "folic_acid")
                .containsEntry("iron", new YesNo(true))
                .containsEntry("folic_acid", new YesNo(true));
        assertThat(said.findings()).extracting(ImportFinding::kind).containsExactly(Kind.UNDECIDABLE);
    }

    @Test
    void keepsANoAsANo() {
        take("Consanguinity", new YesNo(false));
        take("Pallor", new YesNo(false));
        take("Sugar in the urine", new YesNo(false));
        assertThat(reader.said().answers())
                .containsEntry("consanguinity", new YesNo(false))
                .containsEntry("pallor", new YesNo(false))
                .containsEntry("urine_glucose", new Answer.Chosen("ANC.B9.DE151"));
    }

    @Test
    void doesNotMakeUpHowMuchWasFoundInTheUrine() {
        take("Albumin in the urine", new YesNo(true));
        var said = reader.said();
        assertThat(said.answers()).isEmpty();
        assertThat(said.notes()).containsExactly("Albumin in the urine: yes");
        assertThat(said.findings()).extracting(ImportFinding::kind).contains(Kind.GRADE_MISSING);
    }

    @Test
    void deniesOedemaOnlyWhereBothPlacesWereLookedAt() {
        take("Ankle oedema", new YesNo(false));
        assertThat(reader.said().answers()).isEmpty();
        var both = new EventReader();
        both.take(0, element("Ankle oedema"), new YesNo(false));
        both.take(1, element("Facial oedema"), new YesNo(false));
        assertThat(both.said().answers()).containsEntry("oedema", new YesNo(false));
        var one = new EventReader();
        one.take(0, element("Ankle oedema"), new YesNo(false));
        one.take(1, element("Facial oedema"), new YesNo(true));
        assertThat(one.said().answers()).containsEntry("oedema", new YesNo(true));
    }

    @Test
    void losesNoYesToANoThatFollowsIt() {
        take("Ankle oedema", new YesNo(true));
        take("Ankle oedema", new YesNo(false));
        var said = reader.said();
        assertThat(said.answers()).containsEntry("oedema", new YesNo(true));
        assertThat(said.findings())
                .filteredOn(ImportFinding::refuses)
                .extracting(ImportFinding::entry, ImportFinding::kind)
                .containsExactly(tuple(1, Kind.VALUE_IMPOSSIBLE));
    }

    @Test
    void refusesTwoAnswersToOneQuestion() {
        take("Systolic blood pressure", new Counted(172));
        take("Systolic blood pressure", new Counted(118));
        var said = reader.said();
        assertThat(said.answers()).containsEntry("systolic", new Measured(BigDecimal.valueOf(172), "mm[Hg]"));
        assertThat(said.findings())
                .filteredOn(ImportFinding::refuses)
                .extracting(ImportFinding::entry)
                .containsExactly(1);
    }

    @Test
    void makesNoYesOfWhatNobodyCanRead() {
        reader.takeUnreadable(0, element("Fetal heart sounds"));
        reader.takeUnreadable(1, element("Haemoglobin"));
        var said = reader.said();
        assertThat(said.answers()).isEmpty();
        assertThat(said.toAsk()).containsExactly("Fetal heart sounds");
        assertThat(said.findings())
                .extracting(ImportFinding::kind)
                .containsExactly(Kind.UNDECIDABLE, Kind.VALUE_MISSING);
    }

    @Test
    void comparesWhatTheRegistryWorksOut() {
        take("Expected date of delivery by dates", new Answer.Dated(LocalDate.of(2026, 4, 8)));
        take("Weeks of pregnancy at registration", new Measured(BigDecimal.valueOf(18), "wk"));
        var dating = Dating.byLastPeriod(LocalDate.of(2025, 7, 2));
        var checked = reader.said().checked(dating, LocalDate.of(2025, 9, 3));
        assertThat(checked.findings())
                .extracting(ImportFinding::entry, ImportFinding::kind)
                .containsExactly(tuple(0, Kind.WORKED_OUT_HERE), tuple(1, Kind.DIFFERS));
        assertThat(checked.notes()).containsExactly("Weeks of pregnancy at registration: 18 wk");
    }

    @Test
    void keepsInWordsWhatItCannotWorkOut() {
        take("Weeks of pregnancy", new Counted(18));
        var checked = reader.said().checked(null, LocalDate.of(2025, 9, 3));
        assertThat(checked.findings()).extracting(ImportFinding::kind).containsExactly(Kind.KEPT_AS_NOTE);
        assertThat(checked.notes()).containsExactly("Weeks of pregnancy: 18");
    }

    @Test
    void saysThatAReferralHasNoTarget() {
        take("Needs a referral", new YesNo(true));
        take("Reason for referral", new Answer.Written("high blood pressure"));
        var said = reader.said();
        assertThat(said.notes()).containsExactly("Needs a referral: yes", "Reason for referral: high blood pressure");
        assertThat(said.toAsk()).containsExactly("Needs a referral");
        assertThat(said.findings()).extracting(ImportFinding::kind).contains(Kind.TARGET_MISSING);
    }

    @Test
    void saysThatAValueIsMissing() {
        take("Haemoglobin", null);
        var said = reader.said();
        assertThat(said.answers()).isEmpty();
        assertThat(said.findings()).extracting(ImportFinding::kind).containsExactly(Kind.VALUE_MISSING);
    }

    private void take(String name, @Nullable Answer value) {
        reader.take(entries++, element(name), value);
    }

    private static SourceElement element(String name) {
        return Dhis2Elements.anc().all().stream()
                .filter(element -> element.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
