package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.identity.SignIns;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.MergeLedger;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.RecordContents;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.merge.MergeProvider;
import org.ancregistry.operations.merge.Merging;
import org.ancregistry.operations.merge.Moving;
import org.ancregistry.operations.merge.Parting;
import org.ancregistry.operations.merge.TwoRecords;
import org.ancregistry.operations.merge.Unmerging;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two records of one woman become one, and two again. */
@Configuration(proxyBeanMethods = false)
class MergeConfiguration {

    @Bean
    Merging merging(
            Once once,
            Transactions transactions,
            Records records,
            TwoRecords two,
            Moving moving,
            Merging.BesideThem beside,
            Clock clock,
            InstallationProperties installation) {
        return new Merging(once, transactions, records, two, moving, beside, clock.withZone(installation.timeZone()));
    }

    @Bean
    Merging.BesideThem besideTwoRecords(MergeLedger ledger, SignIns signIns, LikelyRecords likely, StrongKeys keys) {
        return new Merging.BesideThem(ledger, signIns, likely, keys);
    }

    @Bean
    TwoRecords twoRecords(
            Records records, StrongKeys keys, Reach reach, MergeLedger ledger, SignIns signIns, Clock clock) {
        return new TwoRecords(records, keys, reach, ledger, signIns, clock);
    }

    @Bean
    Moving movingRecords(RecordContents contents, ActivePregnancies pregnancies) {
        return new Moving(contents, pregnancies);
    }

    @Bean
    Unmerging unmerging(
            Once once,
            Records records,
            Reach reach,
            MergeLedger ledger,
            SignIns signIns,
            RecordContents contents,
            Clock clock,
            InstallationProperties installation) {
        return new Unmerging(
                once,
                records,
                reach,
                ledger,
                signIns,
                new Parting(records, contents),
                clock.withZone(installation.timeZone()));
    }

    @Bean
    MergeProvider merge(Merging merging, Unmerging unmerging) {
        return new MergeProvider(merging, unmerging);
    }
}
