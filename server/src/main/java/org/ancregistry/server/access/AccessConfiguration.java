package org.ancregistry.server.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import org.ancregistry.domain.access.AppPermissionTrail;
import org.ancregistry.domain.access.CardTrail;
import org.ancregistry.domain.access.CareRelationships;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.access.IdentitySources;
import org.ancregistry.domain.access.Importers;
import org.ancregistry.domain.access.SharedRecordTrail;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.interceptors.access.AccessInterceptor;
import org.ancregistry.interceptors.access.Areas;
import org.ancregistry.interceptors.access.OutgoingInterceptor;
import org.ancregistry.interceptors.audit.AuditInterceptor;
import org.ancregistry.interceptors.audit.AuditTrail;
import org.ancregistry.interceptors.audit.Auditor;
import org.ancregistry.interceptors.errors.ErrorInterceptor;
import org.ancregistry.interceptors.validation.Guide;
import org.ancregistry.interceptors.validation.OperationInputInterceptor;
import org.ancregistry.interceptors.validation.ValidationInterceptor;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.askclinic.Trail;
import org.ancregistry.server.audit.AuditOutbox;
import org.ancregistry.server.audit.AuditProperties;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the interceptors that every FHIR request passes on top of the database. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    CareRelationships careRelationships(JdbcClient jdbc, Clock clock) {
        return new JdbcCareRelationships(jdbc, clock);
    }

    @Bean
    Areas areas(JdbcClient jdbc) {
        return new JdbcAreas(jdbc);
    }

    @Bean
    StaffDirectory staffDirectory(DaoRegistry daos, Clock clock, InstallationProperties installation) {
        return new FhirStaffDirectory(daos, clock.withZone(installation.timeZone()));
    }

    @Bean
    JdbcAuditTrail auditRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcAuditTrail(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    AuditOutbox auditOutbox(AuditProperties properties, JdbcAuditTrail rows) {
        return new AuditOutbox(properties.outbox(), rows::deliver);
    }

    @Bean
    AuditTrail auditTrail(JdbcAuditTrail rows, AuditOutbox outbox) {
        return new KeptAuditTrail(rows, outbox);
    }

    @Bean
    EmergencyAccess emergencyAccess(JdbcClient jdbc, Clock clock, AccessProperties properties) {
        return new JdbcEmergencyAccess(jdbc, clock, properties.emergencyLife());
    }

    @Bean
    Auditor auditor(AuditTrail trail, Clock clock) {
        return new Auditor(trail, clock);
    }

    @Bean
    StaffLinkAudit staffLinkAudit(Auditor auditor, StaffDirectory staff) {
        return new StaffLinkAudit(auditor, staff);
    }

    @Bean
    AccessInterceptor accessInterceptor(
            CareRelationships relationships, Areas areas, Importers importers, IdentitySources sources) {
        return new AccessInterceptor(relationships, areas, importers, sources);
    }

    @Bean
    Guide carriedGuide(GuideValidator guide, FhirContext fhir) {
        return CarriedGuide.of(guide, fhir);
    }

    @Bean
    ValidationInterceptor validationInterceptor(Guide guide) {
        return new ValidationInterceptor(guide);
    }

    @Bean
    OperationInputInterceptor operationInputInterceptor(Guide guide) {
        return new OperationInputInterceptor(guide);
    }

    @Bean
    OutgoingInterceptor outgoingInterceptor(Attempts attempts) {
        return new OutgoingInterceptor(caller -> attempts.count(caller, "look-up"));
    }

    @Bean
    AuditInterceptor auditInterceptor(Auditor auditor) {
        return new AuditInterceptor(auditor);
    }

    @Bean
    ErrorInterceptor errorInterceptor(Auditor auditor) {
        return new ErrorInterceptor(auditor, RequestRejectedException.class);
    }

    @Bean
    RelationshipKeeper relationshipKeeper(JdbcClient jdbc, Clock clock, InstallationProperties installation) {
        return new RelationshipKeeper(jdbc, clock.withZone(installation.timeZone()));
    }

    @Bean
    LabelKeeper labelKeeper() {
        return new LabelKeeper();
    }

    @Bean
    SharedRecordTrail sharedRecordTrail(Auditor auditor) {
        return new SharedRecordTrail() {
            @Override
            public void opened(String patient, String from) {
                auditor.openedByLink(patient, from);
            }

            @Override
            public void closed(String patient, String from) {
                auditor.closedByWrongPins(patient, from);
            }
        };
    }

    @Bean
    CardTrail cardTrail(Auditor auditor) {
        return auditor::cardShown;
    }

    @Bean
    AppPermissionTrail appPermissionTrail(Auditor auditor) {
        return auditor::appEnded;
    }

    @Bean
    ShownByDecision shownByDecision() {
        return new ShownByDecision();
    }

    @Bean
    ToldKeeper toldKeeper() {
        return new ToldKeeper();
    }

    @Bean
    QuestionKeeper questionKeeper() {
        return new QuestionKeeper();
    }

    @Bean
    Trail trail(JdbcClient jdbc) {
        return new JdbcTrail(jdbc);
    }

    @Bean
    ConsentKeeper consentKeeper(JdbcTemplate jdbc) {
        return new ConsentKeeper(jdbc);
    }

    @Bean
    WriteAudit writeAudit(Auditor auditor) {
        return new WriteAudit(auditor);
    }

    @Bean
    AuditEventProvider auditEventProvider(
            JdbcClient jdbc, FhirContext fhir, PhnRegister register, DaoRegistry daos, AuditOutbox outbox) {
        return new AuditEventProvider(new AuditEventSearch(jdbc, fhir, register, outbox), new AuditAgents(daos));
    }
}
