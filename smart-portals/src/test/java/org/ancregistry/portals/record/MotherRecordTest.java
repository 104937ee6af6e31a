package org.ancregistry.portals.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.portals.chart.Reading;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class MotherRecordTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final MotherRecord nimali =
            MotherRecord.of(read("nimali-summary.json"), COLOMBO).orElseThrow();

    @Test
    void showsEachNameWholeInItsLanguage() {
        assertThat(nimali.woman().name()).isEqualTo("Nimali Sanduni Perera");
        assertThat(nimali.woman().otherNames()).containsExactly(new Woman.ShownName("නිමාලි සඳුනි පෙරේරා", "si"));
    }

    @Test
    void knowsHowFarThePregnancyIs() {
        assertThat(nimali.pregnancy().orElseThrow().weeksOn(TODAY)).contains("31+4");
    }

    @Test
    void looksForTheContactThatSheHasNotBeenTo() {
        var missed = new Pregnancy.Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 13), "3");
        var later = new Pregnancy.Window(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 13), "4");
        var seen = new Pregnancy.Window(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 13), "2");
        var pregnancy = new Pregnancy("EpisodeOfCare/5", "1", null, null, List.of(seen, missed, later));

        assertThat(pregnancy.plannedAfter(LocalDate.of(2026, 8, 10))).contains(missed);
        assertThat(pregnancy.plannedAfter(LocalDate.of(2026, 10, 13))).contains(later);
        assertThat(pregnancy.plannedAfter(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void namesTheSameMedicineOnce() {
        var summary = read("nimali-summary.json");
        for (var contact = 0; contact < 2; contact++) {
            summary.addEntry()
                    .setResource(new MedicationStatement()
                            .setMedication(new CodeableConcept().setText("Folic acid"))
                            .setSubject(new Reference(nimali.woman().reference())));
        }

        assertThat(MotherRecord.of(summary, COLOMBO).orElseThrow().medicines())
                .extracting(Medicine::text)
                .containsOnlyOnce("Folic acid");
    }

    @Test
    void readsBothPartsOfABloodPressure() {
        assertThat(nimali.visits().get(0).pressures()).containsExactly("144/94");
    }

    @Test
    void keepsANoApartFromWhatWasNotAsked() {
        assertThat(nimali.latest("hx_epilepsy"))
                .get()
                .extracting(Finding::denied)
                .isEqualTo(true);
        assertThat(nimali.latest("hx_hypertension"))
                .get()
                .extracting(Finding::yes)
                .isEqualTo(true);
        assertThat(nimali.latest("hx_kidney")).isEmpty();
    }

    @Test
    void readsADangerSignAsTheSignItIs() {
        assertThat(nimali.latest("danger_severe_headache"))
                .get()
                .extracting(Finding::yes)
                .isEqualTo(true);
    }

    @Test
    void countsNothingOfAContactEnteredInError() {
        assertThat(nimali.visits()).hasSize(3);
        assertThat(nimali.validVisits()).hasSize(2);
        assertThat(nimali.findings()).noneMatch(finding -> "75".equals(finding.numberText()));
    }

    @Test
    void takesTheDayOfAnEveningVisitFromTheClinicsClock() {
        assertThat(nimali.visits().get(0).start().toLocalDate()).isEqualTo(TODAY);
    }

    @Test
    void takesTheLaterOfTwoVisitsOfOneDayForTheLatest() {
        var morning = weighed("2026-11-22T03:30:00Z", "56.5");
        var noon = weighed("2026-11-22T06:30:00Z", "58.4");

        assertThat(withVisits(noon, morning).latest("weight"))
                .get()
                .extracting(Finding::numberText)
                .isEqualTo("58.4");
    }

    @Test
    void chartsReadingsByWeekAndMarksThoseAtTheThreshold() {
        var charts = RecordCharts.of(nimali, TODAY, Limits.shipped(), (key, arguments) -> key);

        assertThat(charts.get(0).lines().get(0).readings())
                .extracting(Reading::weekText, reading -> reading.value().intValue(), Reading::outOfRange)
                .containsExactly(tuple("26", 122, false), tuple("31+4", 144, true));
    }

    /** Both readings bear the moment of the visit: whatever the order of the answer, the second is the latest. */
    @Test
    void putsTheSecondReadingAfterTheFirst() {
        for (var order : List.of(
                List.of("repeat_systolic", "systolic", "repeat_diastolic", "diastolic"),
                List.of("systolic", "repeat_systolic", "diastolic", "repeat_diastolic"))) {
            var visit = visit(
                    "2026-11-22T03:30:00Z",
                    order.stream().map(this::read168Then150).toList());
            var record = withVisits(visit);

            assertThat(visit.pressures()).containsExactly("168/114", "150/95");
            assertThat(RecordCharts.of(record, TODAY, Limits.shipped(), (key, arguments) -> key)
                            .get(0)
                            .latestValue())
                    .isEqualTo("150/95");
        }
    }

    private Finding read168Then150(String name) {
        var numbers = Map.of("systolic", 168, "diastolic", 114, "repeat_systolic", 150, "repeat_diastolic", 95);
        return number(name, String.valueOf(numbers.get(name)));
    }

    @Test
    void namesEachLinesFirstAndLastValueForScreenReaders() {
        var charts = RecordCharts.of(nimali, TODAY, Limits.shipped(), (key, arguments) -> key);

        assertThat(charts.get(3).description()).isEqualTo("chart.line.weight 62.4 (26) – 64.8 (31+4) kg");
    }

    @Test
    void listsAppointmentsEarliestFirstWithTheirPlace() {
        assertThat(nimali.appointments())
                .extracting(BookedVisit::place)
                .isEqualTo(List.of("VOG clinic, Base Hospital Demo"));
    }

    private static Visit weighed(String start, String kilograms) {
        return visit(start, List.of(number("weight", kilograms)));
    }

    private static Finding number(String field, String value) {
        return new Finding(Dictionary.anc().require(field), null, TODAY, new BigDecimal(value), null, null, null, null);
    }

    private static Visit visit(String start, List<Finding> findings) {
        return new Visit(
                "Encounter/" + start,
                1,
                Instant.parse(start).atZone(COLOMBO),
                "field-clinic",
                null,
                null,
                null,
                null,
                null,
                false,
                findings,
                List.of(),
                List.of());
    }

    /** Newest first, as a record has them. */
    private MotherRecord withVisits(Visit... visits) {
        return with(List.of(visits), nimali.pregnancy());
    }

    static MotherRecord with(List<Visit> visits, Optional<Pregnancy> pregnancy) {
        return new MotherRecord(
                new Woman(
                        "Patient/1", List.of(), Optional.empty(), null, true, null, null, null, null, Optional.empty()),
                pregnancy,
                Optional.empty(),
                visits,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Tests(List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Bundle read(String file) {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, MotherRecordTest.class.getResourceAsStream(file));
    }
}
