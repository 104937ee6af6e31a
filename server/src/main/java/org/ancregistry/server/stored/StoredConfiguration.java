package org.ancregistry.server.stored;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.IJpaStorageResourceParser;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading from HAPI's tables and answering with what lies there. */
@Configuration(proxyBeanMethods = false)
class StoredConfiguration {

    @Bean
    StoredBodies storedBodies(FhirContext fhir, IJpaStorageResourceParser parser) {
        return new StoredBodies(fhir, parser);
    }

    @Bean
    StoredReads storedReads(JdbcClient jdbc, StoredBodies bodies) {
        return new StoredReads(jdbc, bodies);
    }

    @Bean
    PatientsByIdentifier patientsByIdentifier(
            JdbcClient jdbc, StoredBodies bodies, PartitionSettings partitions, DaoRegistry daos) {
        return new PatientsByIdentifier(jdbc, bodies, partitions, daos.getResourceDao(Patient.class));
    }

    @Bean
    StoredAnswers storedAnswers(FhirContext fhir) {
        return new StoredAnswers(fhir);
    }

    /** HAPI makes its parser itself and asks for it by its interface everywhere. */
    @Bean
    static BeanPostProcessor textKeepingParser() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof IJpaStorageResourceParser parser ? new TextKeepingParser(parser) : bean;
            }
        };
    }
}
