package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.indicators.FactReconciling;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code $evaluate-measure} promises, on whichever database; each test has an area of its own and counts by hand. */
abstract class IndicatorRules {

    private static final String WHO = "http://smart.who.int/anc";
    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final List<String> TYPES = List.of("Patient", "EpisodeOfCare", "Encounter", "Observation");

    private final Clinic clinic = new Clinic(registry());
    private final Api api = new Api(registry());
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Colombo"));
    private final List<String> patients = new ArrayList<>();

    abstract RunningRegistry registry();

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
    void namesOnlyWomenWhoseRecordsTheCallerMayOpen() {
        var mother = registered("In Care", 10, 2);
        var report = subjects(clinic.midwife, Indicator.ANC_IND_1);
        assertThat(list(report, "denominator")).containsExactly(Clinic.reference(mother, "patient"));
        assertThat(list(report, "numerator")).containsExactly(Clinic.reference(mother, "patient"));
        registry().bean(AuditOutbox.class).deliver();
        assertThat(number(
                        "select count(*) from audit_event where patient = ? and resource like '%$evaluate-measure%'",
                        Clinic.reference(mother, "patient")))
                .isPositive();
    }

    @Test
    void tellsAProgramWithoutRecordsNoSmallNumberAndNoName() {
        for (var number = 0; number < 4; number++) {
            registered("One Of Few " + number, 10, 2);
        }
        var program = system("system/MeasureReport.r");
        var masked = report(months(program, Indicator.ANC_IND_1));
        assertThat(masked.getGroupFirstRep().getPopulation())
                .allSatisfy(population ->
                        assertThat(population.getCountElement().hasValue()).isFalse())
                .allSatisfy(population -> assertThat(population
                                .getCountElement()
                                .getExtensionFirstRep()
                                .getValue()
                                .primitiveValue())
                        .isEqualTo("masked"));
        assertThat(masked.getGroupFirstRep().hasMeasureScore()).isFalse();
        registered("The Fifth", 10, 2);
        var report = report(months(program, Indicator.ANC_IND_1));
        assertThat(count(report, "denominator")).isEqualTo(5);
        assertThat(list(report, "denominator")).isEmpty();
        assertThat(ask(program, Indicator.ANC_IND_1, "summary", clinic.area).refusal())
                .isEqualTo("400 parameter-invalid");
    }

    @Test
    void countsAnAreaByWhoLooksAfterHerAndAFacilityByWhereSheWasSeenFirst() {
        registered("Seen Here", 10, 2);
        kind(clinic.fieldClinic, "clinic", clinic.area);
        var elsewhere = new Clinic(registry());
        var theirs = TestTokens.caller("Practitioner/98", Role.MIDWIFE, clinic.fieldClinic, elsewhere.area);
        kind(clinic.fieldClinic, "clinic", elsewhere.area);
        assertThat(count(summary(theirs, Indicator.ANC_IND_1), "denominator")).isZero();
        var facility = report(ask(theirs, Indicator.ANC_IND_1, "summary", clinic.fieldClinic));
        assertThat(count(facility, "denominator")).isEqualTo(1);
        assertCounted(Indicator.ANC_IND_1, 1, 1);
    }

    @Test
    void countsADistrictWithAllAreasWithinItsAreas() {
        registered("Of The District", 10, 2);
        var district = unit("district", null);
        kind(clinic.area, "phm-area", unit("moh-area", district));
        var ofDistrict = TestTokens.caller("Practitioner/97", Role.SUPERVISOR, null, district);
        assertThat(summaryOf(ofDistrict, Indicator.ANC_IND_1, district)).isEqualTo(1);
        assertThat(summaryOf(ofDistrict, Indicator.ANC_IND_1, clinic.area)).isEqualTo(1);
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

    @Test
    void tellsNobodyOfAnotherArea() {
        registered("Of This Area", 10, 2);
        var elsewhere = TestTokens.caller("Practitioner/99", Role.MIDWIFE, clinic.hospital, clinic.hospital);
        assertThat(ask(elsewhere, Indicator.ANC_IND_1, "summary", clinic.area).refusal())
                .isEqualTo("404 not-found");
        assertThat(count(summary(elsewhere, Indicator.ANC_IND_1), "denominator"))
                .isZero();
        assertThat(ask(clinic.doctor, Indicator.ANC_IND_1, "summary", null).refusal())
                .isEqualTo("403 forbidden");
        assertThat(ask(system("system/Patient.rs"), Indicator.ANC_IND_1, "summary", null)
                        .refusal())
                .isEqualTo("403 forbidden");
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        var path = "Measure/anc-ind-1/$evaluate-measure?periodStart=2026-11-01&periodEnd=2026-10-01";
        assertThat(api.get(clinic.midwife, path).refusal()).isEqualTo("400 parameter-invalid");
        var month = "Measure/anc-ind-1/$evaluate-measure?periodStart=2026-11&periodEnd=2026-12-01";
        assertThat(api.get(clinic.midwife, month).refusal()).isEqualTo("400 parameter-invalid");
        var none = "Measure/anc-ind-99/$evaluate-measure?periodStart=2026-11-01&periodEnd=2026-12-01";
        assertThat(api.get(clinic.midwife, none).refusal()).isEqualTo("404 not-found");
    }

    private @Nullable Void written(Observation found, CyclicBarrier bothWrote) {
        return new TransactionTemplate(registry().bean(PlatformTransactionManager.class)).execute(status -> {
            registry()
                    .bean(DaoRegistry.class)
                    .getResourceDao(Observation.class)
                    .create(found, new SystemRequestDetails());
            try {
                bothWrote.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
            return null;
        });
    }

    private Observation heartbeat(Parameters mother, String contact) {
        return found(mother, contact, "fhr").setValue(new Quantity(140));
    }

    private Observation tested(Parameters mother, String contact) {
        var negative = new CodeableConcept();
        negative.addCoding().setSystem(WHO).setCode("ANC.B9.DE109");
        return found(mother, contact, "syphilis").setValue(negative);
    }

    private Observation found(Parameters mother, String contact, String field) {
        var question = Dictionary.anc().require(field).primary();
        var found = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(Clinic.reference(mother, "patient")))
                .setEncounter(new Reference(contact))
                .setEffective(new DateTimeType(today.toString()));
        found.getCode().addCoding().setSystem(question.system()).setCode(question.code());
        return found;
    }

    private String unit(String kind, @Nullable String partOf) {
        var unit = registry()
                .bean(DaoRegistry.class)
                .getResourceDao(Organization.class)
                .create(new Organization().setActive(true).setName(kind), new SystemRequestDetails())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
        kind(unit, kind, partOf);
        return unit;
    }

    private void kind(String unit, String kind, @Nullable String partOf) {
        var daos = registry().bean(DaoRegistry.class).getResourceDao(Organization.class);
        var organization = daos.read(new IdType(unit), new SystemRequestDetails());
        organization.getType().clear();
        organization
                .addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-area-kind")
                .setCode(kind);
        daos.update(organization.setPartOf(partOf == null ? null : new Reference(partOf)), new SystemRequestDetails());
    }

    private long number(String query, String patient) {
        return Objects.requireNonNull(registry().bean(JdbcTemplate.class).queryForObject(query, Long.class, patient));
    }

    private static BigDecimal score(MeasureReport report) {
        return report.getGroupFirstRep().getMeasureScore().getValue();
    }

    /** The months from last year's to this one, whole. */
    private Answer months(Caller caller, Indicator indicator) {
        var first = today.withDayOfMonth(1);
        return api.get(
                caller,
                "Measure/" + indicator.measure() + "/$evaluate-measure?periodStart=" + first.minusYears(1)
                        + "&periodEnd=" + first.plusMonths(1).minusDays(1) + "&reportType=subject-list&subject="
                        + clinic.area);
    }

    private Parameters registered(String name, int weeks, int gravida) {
        return registered(name, today, weeks, gravida);
    }

    private Parameters registeredOn(String name, LocalDate on, int weeks) {
        return registered(name, on, weeks, 2);
    }

    private Parameters registered(String name, LocalDate on, int weeks, int gravida) {
        return register(begun(name, on, weeks, gravida, 0));
    }

    private Parameters begun(String name, LocalDate on, int weeks, int gravida, int parity) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && Set.of("lmp", "gravida", "parity", "hx_hypertension")
                                .contains(given.getPartFirstRep().getValue().primitiveValue()));
        Clinic.answer(asked, "lmp", new DateType(on.minusWeeks(weeks).toString()));
        Clinic.answer(asked, "gravida", new IntegerType(gravida));
        Clinic.answer(asked, "parity", new IntegerType(parity));
        if (!on.equals(today)) {
            Clinic.contactOn(asked, on);
        }
        return asked;
    }

    private void undated(String name) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue()));
        register(asked);
    }

    private Parameters register(Parameters asked) {
        var mother = clinic.ask(clinic.midwife, "$register-anc", asked);
        patients.add(Clinic.reference(mother, "patient"));
        return mother;
    }

    private Parameters visited(Parameters mother, Map<String, String> answers) {
        var visit = clinic.visit(Clinic.id(), version(mother));
        answers.forEach((field, said) -> Clinic.answer(visit, field, new BooleanType(said.equals("yes"))));
        return clinic.ask(clinic.midwife, "$record-anc-visit", Clinic.reference(mother, "patient"), visit);
    }

    private void closed(Parameters mother, String reason, @Nullable String dated) {
        var visit = clinic.visit(Clinic.id(), version(mother));
        Clinic.answer(visit, "close_reason", new CodeType(reason));
        if (dated != null) {
            Clinic.answer(visit, dated, new DateType(today.toString()));
        }
        clinic.ask(clinic.midwife, "$record-anc-visit", Clinic.reference(mother, "patient"), visit);
    }

    private String version(Parameters mother) {
        return registry()
                .bean(DaoRegistry.class)
                .getResourceDao(EpisodeOfCare.class)
                .read(new IdType(Clinic.reference(mother, "pregnancy")), new SystemRequestDetails())
                .getMeta()
                .getVersionId();
    }

    private List<Map<String, Object>> facts() {
        return registry()
                .bean(JdbcTemplate.class)
                .queryForList("select * from pregnancy_fact where unit = ? order by pregnancy", clinic.area);
    }

    private void assertCounted(Indicator indicator, long denominator, long numerator) {
        var report = summary(clinic.midwife, indicator);
        assertThat(count(report, "denominator")).as(indicator.id() + " of").isEqualTo(denominator);
        assertThat(count(report, "numerator")).as(indicator.id()).isEqualTo(numerator);
    }

    private long summaryOf(Caller caller, Indicator indicator, String subject) {
        return count(report(ask(caller, indicator, "summary", subject)), "denominator");
    }

    private MeasureReport summary(Caller caller, Indicator indicator) {
        return report(ask(caller, indicator, "summary", null));
    }

    private MeasureReport subjects(Caller caller, Indicator indicator) {
        return report(ask(caller, indicator, "subject-list", clinic.area));
    }

    private Answer ask(Caller caller, Indicator indicator, String type, @Nullable String subject) {
        return api.get(
                caller,
                "Measure/" + indicator.measure() + "/$evaluate-measure?periodStart=" + today.minusYears(1)
                        + "&periodEnd=" + today.plusYears(1) + "&reportType=" + type
                        + (subject == null ? "" : "&subject=" + subject));
    }

    private static MeasureReport report(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(MeasureReport.class, answer.body());
    }

    private static long count(MeasureReport report, String population) {
        return report.getGroupFirstRep().getPopulation().stream()
                .filter(one -> one.getCode().hasCoding(POPULATION, population))
                .mapToInt(one -> one.getCount())
                .sum();
    }

    private static List<String> list(MeasureReport report, String name) {
        return report.getContained().stream()
                .map(ListResource.class::cast)
                .filter(list -> list.getIdElement().getIdPart().replace("#", "").equals(name))
                .flatMap(list -> list.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    private static Caller system(String... scopes) {
        return new Caller(
                "reports", Role.SYSTEM, null, Set.of(), Set.of(scopes), "reports", Purpose.OPERATIONS, Clinic.id());
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
