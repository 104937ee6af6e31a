package org.ancregistry.server.fhir;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.ancregistry.server.schema.DatabaseKind;
import org.ancregistry.server.schema.SchemaConfiguration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.orm.jpa.JpaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Where resources are kept: HAPI's own configurations and the beans that HAPI leaves to the application. */
@Configuration(proxyBeanMethods = false)
@Import({
    JpaR4Config.class,
    HapiJpaConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
    ThreadPoolFactoryConfig.class
})
class FhirStorageConfiguration {

    /**
     * A midwife must see what was written a second ago, so no search is answered from an earlier one; and nothing is
     * deleted, since a wrong entry is marked as entered in error. Profiles and labels lie in the resource, where a new
     * version says anew which it has, and not in tables of their own. The rest is for speed, as measured.
     */
    @Bean
    JpaStorageSettings jpaStorageSettings() {
        var settings = new JpaStorageSettings();
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setDeleteEnabled(false);
        settings.setFilterParameterEnabled(false);
        settings.setAllowInlineMatchUrlReferences(false);
        settings.setSuppressStringIndexingInTokens(true);
        settings.setTagStorageMode(StorageSettings.TagStorageModeEnum.INLINE);
        settings.setMatchUrlCacheEnabled(true);
        settings.setHibernateSearchIndexFullText(false);
        settings.setHibernateSearchIndexSearchParams(false);
        return settings;
    }

    @Bean
    static FewerSearchParameters fewerSearchParameters() {
        return new FewerSearchParameters();
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }

    @Primary
    @Bean
    @DependsOn({SchemaConfiguration.FHIR_TABLES, SchemaConfiguration.REGISTRY_TABLES})
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            JpaProperties jpaProperties,
            DataSource dataSource,
            ConfigurableListableBeanFactory beanFactory,
            FhirContext fhirContext,
            JpaStorageSettings storageSettings) {
        // Nobody here hands over a resource inside a reference; looking for one goes through every answer twice.
        fhirContext.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
        // The Provenance of a merge says which versions it made.
        fhirContext
                .getParserOptions()
                .setDontStripVersionsFromReferencesAtPaths(
                        "Provenance.target", "Provenance.entity.what", "AuditEvent.entity.what");
        var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beanFactory, fhirContext, storageSettings);
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setDataSource(dataSource);
        factory.getJpaPropertyMap()
                .put("hibernate.dialect", DatabaseKind.of(dataSource).dialect());
        factory.getJpaPropertyMap().putAll(jpaProperties.getProperties());
        return factory;
    }

    @Primary
    @Bean
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }
}
