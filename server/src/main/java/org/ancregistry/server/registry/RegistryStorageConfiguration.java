package org.ancregistry.server.registry;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import java.security.SecureRandom;
import java.time.Clock;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.interceptors.access.Areas;
import org.ancregistry.interceptors.audit.CurrentRequest;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.RegistryRequests;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.server.config.InstallationProperties;
import org.ancregistry.server.stored.StoredBodies;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The storage that operations ask for. */
@Configuration(proxyBeanMethods = false)
class RegistryStorageConfiguration {

    /** In ten minutes: a clinic checks in far fewer, and nobody guesses a number with so few. */
    private static final int MOST_ATTEMPTS = 30;

    @Bean
    PhnRegister phnRegister(JdbcTemplate jdbc, PhnPolicy policy, Clock clock) {
        return new JdbcPhnRegister(jdbc, new PhnFactory(policy, new SecureRandom()), clock);
    }

    @Bean
    RegistryRequests registryRequests(JdbcTemplate jdbc, Clock clock) {
        return new JdbcRegistryRequests(jdbc, clock);
    }

    @Bean
    StrongKeys strongKeys(JdbcTemplate jdbc) {
        return new JdbcStrongKeys(jdbc);
    }

    @Bean
    JdbcActivePregnancies activePregnancies(JdbcTemplate jdbc) {
        return new JdbcActivePregnancies(jdbc);
    }

    @Bean
    HapiRecords hapiRecords(
            DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, IHapiTransactionService transactions) {
        return new HapiRecords(daos, system, transactions);
    }

    @Bean
    Facilities facilitiesOnRecord(Records records) {
        return new HapiFacilities(records);
    }

    @Bean
    @Primary
    Attempts requestAttempts(JdbcTemplate jdbc, PlatformTransactionManager manager, Clock clock) {
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new JdbcAttempts(jdbc, own, clock, MOST_ATTEMPTS, CurrentRequest::address);
    }

    /** Programs ask for whole waiting rooms; a limit keeps one from reading the registry out. */
    @Bean
    Attempts attemptsOfSystems(
            JdbcTemplate jdbc, PlatformTransactionManager manager, Clock clock, MatchProperties properties) {
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new JdbcAttempts(jdbc, own, clock, properties.lookupsOfASystem(), CurrentRequest::address);
    }

    @Bean
    HapiPregnancyFacts pregnancyFacts(DaoRegistry daos, InstallationProperties installation) {
        return new HapiPregnancyFacts(daos, installation.timeZone());
    }

    @Bean
    HapiPregnancies pregnanciesOnRecord(DaoRegistry daos) {
        return new HapiPregnancies(daos);
    }

    @Bean
    HapiPlannedCare plannedCare(DaoRegistry daos, Records records, HapiTestOrders orders) {
        return new HapiPlannedCare(daos, records, orders);
    }

    @Bean
    JdbcClinics clinics(
            JdbcClient jdbc, Records records, PartitionSettings partitions, InstallationProperties installation) {
        return new JdbcClinics(jdbc, records, partitions, installation.timeZone());
    }

    @Bean
    HapiTestOrders testOrders(DaoRegistry daos, JdbcTemplate jdbc) {
        return new HapiTestOrders(daos, jdbc);
    }

    @Bean
    HapiAppointmentBook appointmentBook(DaoRegistry daos) {
        return new HapiAppointmentBook(daos);
    }

    @Bean
    HapiFeedbackTasks feedbackTasks(DaoRegistry daos) {
        return new HapiFeedbackTasks(daos);
    }

    @Bean
    HapiOpenTasks openTasks(DaoRegistry daos) {
        return new HapiOpenTasks(daos);
    }

    @Bean
    HapiOpenQuestions openQuestions(HapiOpenTasks tasks, JdbcTemplate jdbc) {
        return new HapiOpenQuestions(tasks, jdbc);
    }

    @Bean
    JdbcBookingTurns bookingTurns(JdbcTemplate jdbc) {
        return new JdbcBookingTurns(jdbc);
    }

    @Bean
    StoredPages storedPages(JdbcClient jdbc, StoredBodies bodies) {
        return new StoredPages(jdbc, bodies);
    }

    @Bean
    JdbcWholeRecord wholeRecord(JdbcClient jdbc, StoredBodies bodies) {
        return new JdbcWholeRecord(jdbc, bodies);
    }

    @Bean
    HapiRecordContents recordContents(JdbcTemplate jdbc, DaoRegistry daos, HapiRecords records) {
        return new HapiRecordContents(jdbc, daos, records);
    }

    @Bean
    HapiIdentifiedPatients identifiedPatients(DaoRegistry daos) {
        return new HapiIdentifiedPatients(daos);
    }

    @Bean
    JdbcMergeLedger mergeLedger(JdbcTemplate jdbc, Clock clock) {
        return new JdbcMergeLedger(jdbc, clock);
    }

    @Bean
    HapiConsents consentsOnRecord(DaoRegistry daos) {
        return new HapiConsents(daos);
    }

    @Bean
    HapiUnitParts unitParts(Areas areas, Records records) {
        return new HapiUnitParts(areas, records);
    }

    @Bean
    RegistryIndex registryIndex(PhnRegister register, JdbcActivePregnancies pregnancies, JdbcTemplate jdbc) {
        return new RegistryIndex(register, pregnancies, new JdbcPointsOfIssue(jdbc));
    }

    @Bean
    Housekeeping registryHousekeeping(JdbcTemplate jdbc, Clock clock) {
        return new Housekeeping(jdbc, clock);
    }
}
