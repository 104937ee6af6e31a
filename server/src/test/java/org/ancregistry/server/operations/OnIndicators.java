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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Purpose;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.indicators.Indicator;
import org.ancregistry.server.access.Api;
import org.ancregistry.server.access.Api.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Women of one area who are counted, and how they are asked about; each test has an area of its own. */
abstract class OnIndicators {

    static final String WHO = "http://smart.who.int/anc";
    static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    static final List<String> TYPES = List.of("Patient", "EpisodeOfCare", "Encounter", "Observation");

    final Clinic clinic = new Clinic(registry());
    final Api api = new Api(registry());
    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Colombo"));
    final List<String> patients = new ArrayList<>();

    abstract RunningRegistry registry();

    @Nullable
    Void written(Observation found, CyclicBarrier bothWrote) {
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

    Observation heartbeat(Parameters mother, String contact) {
        return found(mother, contact, "fhr").setValue(new Quantity(140));
    }

    Observation tested(Parameters mother, String contact) {
        var negative = new CodeableConcept();
        negative.addCoding().setSystem(WHO).setCode("ANC.B9.DE109");
        return found(mother, contact, "syphilis").setValue(negative);
    }

    Observation found(Parameters mother, String contact, String field) {
        var question = Dictionary.anc().require(field).primary();
        var found = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setSubject(new Reference(Clinic.reference(mother, "patient")))
                .setEncounter(new Reference(contact))
                .setEffective(new DateTimeType(today.toString()));
        found.getCode().addCoding().setSystem(question.system()).setCode(question.code());
        return found;
    }

    String unit(String kind, @Nullable String partOf) {
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

    void kind(String unit, String kind, @Nullable String partOf) {
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

    long number(String query, String patient) {
        return Objects.requireNonNull(registry().bean(JdbcTemplate.class).queryForObject(query, Long.class, patient));
    }

    static BigDecimal score(MeasureReport report) {
        return report.getGroupFirstRep().getMeasureScore().getValue();
    }

    /** The months from last year's to this one, whole. */
    Answer months(Caller caller, Indicator indicator) {
        var first = today.withDayOfMonth(1);
        return api.get(
                caller,
                "Measure/" + indicator.measure() + "/$evaluate-measure?periodStart=" + first.minusYears(1)
                        + "&periodEnd=" + first.plusMonths(1).minusDays(1) + "&reportType=subject-list&subject="
                        + clinic.area);
    }

    Parameters registered(String name, int weeks, int gravida) {
        return registered(name, today, weeks, gravida);
    }

    Parameters registeredOn(String name, LocalDate on, int weeks) {
        return registered(name, on, weeks, 2);
    }

    Parameters registered(String name, LocalDate on, int weeks, int gravida) {
        return register(begun(name, on, weeks, gravida, 0));
    }

    /** On a day of her own between 1994 and 1996: of two of one name and one birthday the registry asks whether they are one. */
    private static Patient woman(String name) {
        var born = LocalDate.of(1994, 5, 6).plusDays(Math.floorMod(name.hashCode(), 900));
        return Clinic.woman(name).setBirthDateElement(new DateType(born.toString()));
    }

    Parameters begun(String name, LocalDate on, int weeks, int gravida, int parity) {
        var asked = clinic.registration(Clinic.id(), woman(name));
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

    void undated(String name) {
        var asked = clinic.registration(Clinic.id(), Clinic.woman(name));
        asked.getParameter()
                .removeIf(given -> given.hasPart()
                        && "lmp".equals(given.getPartFirstRep().getValue().primitiveValue()));
        register(asked);
    }

    Parameters register(Parameters asked) {
        var mother = clinic.ask(clinic.midwife, "$register-anc", asked);
        patients.add(Clinic.reference(mother, "patient"));
        return mother;
    }

    Parameters visited(Parameters mother, Map<String, String> answers) {
        var visit = clinic.visit(Clinic.id(), version(mother));
        answers.forEach((field, said) -> Clinic.answer(visit, field, new BooleanType(said.equals("yes"))));
        return clinic.ask(clinic.midwife, "$record-anc-visit", Clinic.reference(mother, "patient"), visit);
    }

    void closed(Parameters mother, String reason, @Nullable String dated) {
        var visit = clinic.visit(Clinic.id(), version(mother));
        Clinic.answer(visit, "close_reason", new CodeType(reason));
        if (dated != null) {
            Clinic.answer(visit, dated, new DateType(today.toString()));
        }
        clinic.ask(clinic.midwife, "$record-anc-visit", Clinic.reference(mother, "patient"), visit);
    }

    String version(Parameters mother) {
        return registry()
                .bean(DaoRegistry.class)
                .getResourceDao(EpisodeOfCare.class)
                .read(new IdType(Clinic.reference(mother, "pregnancy")), new SystemRequestDetails())
                .getMeta()
                .getVersionId();
    }

    List<Map<String, Object>> facts() {
        return registry()
                .bean(JdbcTemplate.class)
                .queryForList("select * from pregnancy_fact where unit = ? order by pregnancy", clinic.area);
    }

    void assertCounted(Indicator indicator, long denominator, long numerator) {
        var report = summary(clinic.midwife, indicator);
        assertThat(count(report, "denominator")).as(indicator.id() + " of").isEqualTo(denominator);
        assertThat(count(report, "numerator")).as(indicator.id()).isEqualTo(numerator);
    }

    long summaryOf(Caller caller, Indicator indicator, String subject) {
        return count(report(ask(caller, indicator, "summary", subject)), "denominator");
    }

    MeasureReport summary(Caller caller, Indicator indicator) {
        return report(ask(caller, indicator, "summary", null));
    }

    MeasureReport subjects(Caller caller, Indicator indicator) {
        return report(ask(caller, indicator, "subject-list", clinic.area));
    }

    Answer ask(Caller caller, Indicator indicator, String type, @Nullable String subject) {
        return api.get(
                caller,
                "Measure/" + indicator.measure() + "/$evaluate-measure?periodStart=" + today.minusYears(1)
                        + "&periodEnd=" + today.plusYears(1) + "&reportType=" + type
                        + (subject == null ? "" : "&subject=" + subject));
    }

    static MeasureReport report(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(MeasureReport.class, answer.body());
    }

    static long count(MeasureReport report, String population) {
        return report.getGroupFirstRep().getPopulation().stream()
                .filter(one -> one.getCode().hasCoding(POPULATION, population))
                .mapToInt(one -> one.getCount())
                .sum();
    }

    static List<String> list(MeasureReport report, String name) {
        return report.getContained().stream()
                .map(ListResource.class::cast)
                .filter(list -> list.getIdElement().getIdPart().replace("#", "").equals(name))
                .flatMap(list -> list.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    static Caller system(String... scopes) {
        return new Caller(
                "reports", Role.SYSTEM, null, Set.of(), Set.of(scopes), "reports", Purpose.OPERATIONS, Clinic.id());
    }
}
