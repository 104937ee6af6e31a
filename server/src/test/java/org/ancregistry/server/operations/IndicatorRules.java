package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.indicators.FactReconciling;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code $evaluate-measure} counts, on whichever database; each test counts by hand. */
abstract class IndicatorRules extends OnIndicators {

    @Test
    void countsThoseWhoRegisteredEarlyAndLate() {
        registered("Early", 7, 1);
        registered("In The First Trimester", 12, 2);
        registered("Late", 30, 5);
        undated("Nobody Knows");
        assertCounted(Indicator.ANC_IND_1, 4, 2);
        assertCounted(Indicator.IND_LK_1, 4, 1);
        assertCounted(Indicator.IND_LK_3, 4, 1);
        assertCounted(Indicator.IND_LK_4, 4, 1);
        assertCounted(Indicator.IND_LK_10, 4, 4);
        assertCounted(Indicator.IND_LK_9, 4, 0);
        assertCounted(Indicator.ANC_IND_7, 0, 0);
    }

    @Test
    void countsAWomanByHowHerPregnancyEnded() {
        var mother = registered("Gave Birth", 30, 2);
        closed(mother, "ANC.End.2", "delivery_date");
        var lost = registered("Miscarried", 10, 2);
        closed(lost, "ANC.End.4", "miscarriage_date");
        var moved = registered("Moved Away", 20, 2);
        closed(moved, "ANC.End.8", null);
        var wrong = registered("A Wrong Entry", 20, 2);
        closed(wrong, "ANC.End.10", null);
        registered("Still In Care", 20, 2);

        assertCounted(Indicator.ANC_IND_7, 3, 3);
        assertCounted(Indicator.ANC_IND_8, 3, 1);
        assertCounted(Indicator.ANC_IND_4, 3, 0);
        assertCounted(Indicator.IND_LK_6, 2, 0);
        assertCounted(Indicator.IND_LK_7, 1, 0);
        assertCounted(Indicator.IND_LK_10, 5, 5);
        assertCounted(Indicator.IND_LK_11, 1, 2);
        assertThat(score(summary(clinic.midwife, Indicator.IND_LK_11))).isEqualByComparingTo("2");
    }

    @Test
    void countsAWomanWhoMovedWhereSheIsNow() {
        var stays = registered("Stays", 10, 2);
        var goes = registered("Goes", 10, 2);
        assertCounted(Indicator.ANC_IND_1, 2, 2);
        var daos = registry().bean(DaoRegistry.class).getResourceDao(EpisodeOfCare.class);
        var pregnancy = daos.read(new IdType(Clinic.reference(goes, "pregnancy")), new SystemRequestDetails());
        daos.update(pregnancy.setManagingOrganization(new Reference(clinic.hospital)), new SystemRequestDetails());
        assertCounted(Indicator.ANC_IND_1, 1, 1);
        assertThat(list(subjects(clinic.midwife, Indicator.ANC_IND_1), "denominator"))
                .containsExactly(Clinic.reference(stays, "patient"));
    }

    @Test
    void doesNotCountWhatIsStruckOut() {
        var mother = registered("Struck Out", 20, 2);
        var visit = visited(mother, Map.of("counselling_danger", "yes"));
        closed(mother, "ANC.End.2", "delivery_date");
        assertCounted(Indicator.ANC_IND_6, 1, 1);
        var error = new Parameters();
        error.addParameter("request-id", Clinic.id());
        error.addParameter("based-on", version(mother));
        error.addParameter("contact-date", DateTimeType.now());
        error.addParameter("contact-type", new CodeType("field-clinic"));
        error.addParameter().setName("corrects").setValue(new Reference(Clinic.reference(visit, "contact")));
        error.addParameter("correction", new CodeType("entered-in-error"));
        error.addParameter("correction-reason", "Another woman's visit");
        clinic.ask(clinic.midwife, "$record-anc-visit", Clinic.reference(mother, "patient"), error);
        assertCounted(Indicator.ANC_IND_6, 1, 0);
    }

    @Test
    void countsNoIllnessOfAnEarlierPregnancy() {
        for (var field : List.of("prev_pph", "hx_heart")) {
            var asked = begun("Answered " + field, today, 10, 2, 1);
            Clinic.answer(asked, field, new BooleanType(true));
            register(asked);
        }
        assertCounted(Indicator.IND_LK_13, 2, 1);
    }

    @Test
    void countsOnePregnancyOfTwoRecordsThatAreLinkedAsOneWomans() {
        var earlier = registered("Registered First", 8, 2);
        var later = registered("Registered Again", 20, 2);
        assertCounted(Indicator.ANC_IND_1, 2, 1);
        link(later, earlier, LinkedRecords::join);
        assertCounted(Indicator.ANC_IND_1, 1, 1);
        assertThat(list(subjects(clinic.midwife, Indicator.ANC_IND_1), "denominator"))
                .containsExactly(Clinic.reference(earlier, "patient"));
        link(later, earlier, LinkedRecords::part);
        assertCounted(Indicator.ANC_IND_1, 2, 1);
    }

    private void link(Parameters later, Parameters earlier, BiConsumer<Patient, Patient> how) {
        var daos = registry().bean(DaoRegistry.class).getResourceDao(Patient.class);
        var one = daos.read(new IdType(Clinic.reference(later, "patient")), new SystemRequestDetails());
        var other = daos.read(new IdType(Clinic.reference(earlier, "patient")), new SystemRequestDetails());
        how.accept(one, other);
        daos.update(one, new SystemRequestDetails());
        daos.update(other, new SystemRequestDetails());
    }

    /** The same cohort counted once more, from the resources and by other code. */
    @Test
    void comesToWhatTheRecordsSay() {
        for (var weeks : List.of(6, 9, 14, 28, 33)) {
            var mother = registered("Counted Twice " + weeks, weeks, weeks % 4 + 1);
            if (weeks > 9) {
                visited(mother, Map.of());
                visited(mother, Map.of());
            }
            if (weeks > 14) {
                visited(mother, Map.of());
                closed(mother, "ANC.End.2", "delivery_date");
            }
        }
        var records = patients.stream()
                .map(patient -> registry().bean(WholeRecord.class).of(patient, TYPES, 1000))
                .toList();
        var closed = records.stream().filter(record -> has(record, "ANC.End.1")).toList();
        assertCounted(
                Indicator.ANC_IND_4,
                closed.size(),
                closed.stream().filter(record -> contacts(record) >= 4).count());
        assertCounted(
                Indicator.ANC_IND_7,
                closed.size(),
                closed.stream().filter(IndicatorRules::hasPressure).count());
        assertCounted(
                Indicator.IND_LK_3,
                records.size(),
                records.stream().filter(record -> isFirst(record)).count());
        assertThat(closed).hasSize(2);
    }

    @Test
    void worksTheSameOutAnew() {
        var mother = registered("Rebuilt", 10, 1);
        visited(mother, Map.of("counselling_danger", "yes"));
        closed(mother, "ANC.End.2", "delivery_date");
        var before = facts();
        registry().bean(FactReconciling.class).pass();
        assertThat(facts()).isEqualTo(before);
        assertThat(before).hasSize(1);
    }

    @Test
    void tellsEachMonthApart() {
        var lastMonth = today.withDayOfMonth(1).minusDays(1);
        registeredOn("Last Month", lastMonth, 9);
        registered("This Month", 20, 1);
        var strata = summary(clinic.midwife, Indicator.ANC_IND_1)
                .getGroupFirstRep()
                .getStratifierFirstRep()
                .getStratum();
        assertThat(strata).hasSize(2);
        assertThat(strata.get(0).getValue().getText())
                .isEqualTo(lastMonth.toString().substring(0, 7));
        assertThat(strata.get(0).getPopulation().get(1).getCount()).isEqualTo(1);
        assertThat(strata.get(1).getPopulation().get(1).getCount()).isZero();
    }

    @Test
    void tellsAgesAndEducationApart() {
        var schooled = begun("Went To School", today, 9, 1, 0);
        Clinic.answer(schooled, "education", new CodeType("ANC.B6.DE5"));
        register(schooled);
        registered("Was Not Asked", 20, 1);
        var group = summary(clinic.midwife, Indicator.ANC_IND_1).getGroupFirstRep();
        assertThat(strata(group, "education")).containsExactly("ANC.B6.DE5 1/1", "unknown 0/1");
        assertThat(strata(group, "age-group")).containsExactly("20-34 1/2");
    }

    private static List<String> strata(MeasureReportGroupComponent group, String breakdown) {
        return group.getStratifier().stream()
                .filter(stratifier -> stratifier.getCodeFirstRep().getText().equals(breakdown))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .map(stratum -> (stratum.getValue().hasText()
                                ? stratum.getValue().getText()
                                : stratum.getValue().getCodingFirstRep().getCode())
                        + " " + stratum.getPopulation().get(1).getCount() + "/"
                        + stratum.getPopulation().get(0).getCount())
                .toList();
    }

    @Test
    void countsSeveralIndicatorsInOneAnswer() {
        registered("Counted For A Return", 7, 1);
        var period = "&periodStart=" + today.minusYears(1) + "&periodEnd=" + today;
        var answer = api.get(
                clinic.midwife,
                "Measure/$evaluate-measure?measure=ind-lk-3&measure=anc-ind-1&measure=anc-ind-4" + period);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var reports =
                FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body()).getEntry().stream()
                        .map(entry -> (MeasureReport) entry.getResource())
                        .toList();
        assertThat(reports)
                .extracting(report -> report.getMeasure().replaceFirst(".*/", "") + " " + count(report, "numerator")
                        + "/" + count(report, "denominator"))
                .containsExactly("anc-ind-1 1/1", "anc-ind-4 0/0", "ind-lk-3 1/1");
        var women = "Measure/$evaluate-measure?measure=ind-lk-3&measure=anc-ind-1&reportType=subject-list" + period;
        assertThat(api.get(clinic.midwife, women).refusal()).isEqualTo("400 parameter-invalid");
        assertThat(api.get(clinic.midwife, "Measure/$evaluate-measure?measure=" + period)
                        .refusal())
                .startsWith("400");
    }

    @Test
    void countsNobodyByADayThatHasNotCome() {
        registered("Not Yet Twenty-Four Weeks", 20, 2);
        registered("Past Twenty-Four Weeks", 30, 2);
        assertCounted(Indicator.ANC_IND_10, 1, 0);
    }

    /** A statement on the database, or a restored part of it, goes past the hooks. */
    @Test
    void findsInItsPassWhatWasChangedPastTheHooks() {
        var mother = registered("Changed Past The Hooks", 10, 1);
        var before = facts();
        var patient = Clinic.reference(mother, "patient");
        var jdbc = registry().bean(JdbcTemplate.class);
        jdbc.update("delete from pregnancy_fact where patient = ?", patient);
        jdbc.update("update indicator_found set val = '9' where patient = ? and field = 'gravida'", patient);
        jdbc.update(
                "insert into pregnancy_fact (pregnancy, patient, unit, begins) values (?, 'Patient/nobody', ?, ?)",
                Clinic.id(),
                clinic.area,
                today);
        registry().bean(FactReconciling.class).pass();
        assertThat(facts()).isEqualTo(before);
        assertCounted(Indicator.IND_LK_3, 1, 1);
    }

    /** Both change what is counted of one woman and neither sees the other's answer before it commits. */
    @Test
    void losesNothingWhenTwoWriteToOneRecordAtOnce() throws Exception {
        var mother = registered("Written To Twice", 30, 2);
        closed(mother, "ANC.End.2", "delivery_date");
        var contact = Clinic.reference(mother, "contact");
        var bothWrote = new CyclicBarrier(2);
        var two = Executors.newFixedThreadPool(2);
        try {
            var heart = two.submit(() -> written(heartbeat(mother, contact), bothWrote));
            var test = two.submit(() -> written(tested(mother, contact), bothWrote));
            heart.get(30, TimeUnit.SECONDS);
            test.get(30, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }
        assertCounted(Indicator.ANC_IND_9, 1, 1);
        assertCounted(Indicator.ANC_IND_3, 1, 1);
    }

    private static boolean has(List<Resource> record, String whoCode) {
        return observations(record).stream().anyMatch(one -> one.getCode().hasCoding(WHO, whoCode));
    }

    private static boolean hasPressure(List<Resource> record) {
        return observations(record).stream().anyMatch(Observation::hasComponent);
    }

    private static boolean isFirst(List<Resource> record) {
        return observations(record).stream()
                .filter(one -> one.getCode().hasCoding(WHO, "ANC.B6.DE24"))
                .anyMatch(one -> ((IntegerType) one.getValue()).getValue() == 1);
    }

    private static List<Observation> observations(List<Resource> record) {
        return record.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(one -> one.getStatus() == ObservationStatus.FINAL)
                .toList();
    }

    private static long contacts(List<Resource> record) {
        return record.stream()
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .filter(one -> one.getStatus() == EncounterStatus.FINISHED)
                .map(one -> one.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-contact-number")
                        .getValue()
                        .primitiveValue())
                .collect(Collectors.toSet())
                .size();
    }
}
