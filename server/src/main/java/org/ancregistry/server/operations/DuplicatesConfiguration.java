package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.duplicates.AcrossAreas;
import org.ancregistry.operations.duplicates.DuplicateList;
import org.ancregistry.operations.duplicates.DuplicatesProvider;
import org.ancregistry.operations.duplicates.TwoWomen;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records that may be of one woman, found in the background. */
@Configuration(proxyBeanMethods = false)
class DuplicatesConfiguration {

    @Bean
    DuplicateList duplicateList(
            LikelyDuplicates duplicates, Records records, Reach reach, InstallationProperties installation) {
        return new DuplicateList(duplicates, records, reach, installation.timeZone());
    }

    @Bean
    TwoWomen twoWomen(
            Once once,
            Records records,
            Reach reach,
            LikelyDuplicates duplicates,
            LikelyRecords likely,
            StrongKeys keys,
            Clock clock,
            InstallationProperties installation) {
        return new TwoWomen(once, records, reach, duplicates, likely, keys, clock.withZone(installation.timeZone()));
    }

    @Bean
    AcrossAreas pairsAcrossAreas(
            Transactions transactions,
            Records records,
            OpenTasks openTasks,
            Clock clock,
            InstallationProperties installation) {
        return new AcrossAreas(transactions, records, openTasks, clock.withZone(installation.timeZone()));
    }

    @Bean
    DuplicatesProvider likelyDuplicates(DuplicateList list, TwoWomen twoWomen) {
        return new DuplicatesProvider(list, twoWomen);
    }
}
