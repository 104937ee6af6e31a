package org.ancregistry.server.inbound;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.time.Clock;
import org.ancregistry.domain.access.Importers;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.identityfeed.Announced;
import org.ancregistry.operations.identityfeed.Receiving;
import org.ancregistry.operations.identityfeed.Replaced;
import org.ancregistry.operations.importanc.BroughtNumber;
import org.ancregistry.operations.importanc.ImportAncBundleProvider;
import org.ancregistry.operations.importanc.ImportWriting;
import org.ancregistry.operations.importanc.ImportedMothers;
import org.ancregistry.operations.importanc.ImportedPregnancies;
import org.ancregistry.operations.importanc.Importing;
import org.ancregistry.operations.importanc.KnownToImport;
import org.ancregistry.server.config.InstallationProperties;
import org.ancregistry.server.operations.RulesProperties;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other systems bring. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    @Bean
    KnownToImport knownToImport(
            PhnRegister register, Records records, StrongKeys keys, LikelyRecords likely, OneWoman oneWoman) {
        return new KnownToImport(register, records, keys, likely, oneWoman);
    }

    @Bean
    ImportedMothers importedMothers(
            KnownToImport known,
            PhnRegister register,
            PhnPolicy policy,
            StrongKeys keys,
            OpenTasks tasks,
            LikelyRecords likely,
            TypedNationalId typedIds,
            Clock clock,
            InstallationProperties installation) {
        return new ImportedMothers(
                known, register, policy, keys, tasks, likely, typedIds, clock.withZone(installation.timeZone()));
    }

    @Bean
    ImportWriting importWriting(
            ActivePregnancies active,
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            RulesProperties rules,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        var pregnancies = new ImportedPregnancies(active, records, facts, local);
        return new ImportWriting(pregnancies, records, facts, assessing, rules.schedule(), local);
    }

    @Bean
    Importing importing(
            Importers importers,
            Once once,
            JdbcTemplate jdbc,
            ImportedMothers mothers,
            OutsideLook look,
            ImportWriting writing,
            Records records,
            Clock clock,
            InstallationProperties installation) {
        return new Importing(
                importers,
                once,
                new JdbcImportedSources(jdbc, clock),
                mothers,
                new BroughtNumber(look),
                writing,
                records,
                clock.withZone(installation.timeZone()));
    }

    @Bean
    ImportAncBundleProvider importAncBundle(Importing importing) {
        return new ImportAncBundleProvider(importing);
    }

    @Bean
    Receiving announcedNumbers(
            Transactions transactions,
            JdbcTemplate jdbc,
            PhnRegister register,
            Records records,
            ActivePregnancies active,
            Clock clock,
            InstallationProperties installation) {
        var numbers = new JdbcFedNumbers(jdbc);
        return new Receiving(
                transactions,
                new Announced(numbers, register, records),
                new Replaced(numbers, register, records, active),
                clock.withZone(installation.timeZone()));
    }

    @Bean
    TransactionProvider transactionsAtTheBase(
            IFhirSystemDao<Bundle, Meta> store, Importing importing, Receiving receiving) {
        return new TransactionProvider(store, importing, receiving);
    }
}
