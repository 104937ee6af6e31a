package org.ancregistry.server.indicators;

import java.time.Clock;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.UnitParts;
import org.ancregistry.operations.evaluatemeasure.EvaluateMeasureProvider;
import org.ancregistry.operations.evaluatemeasure.Evaluating;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is counted of antenatal care. */
@Configuration(proxyBeanMethods = false)
class IndicatorConfiguration {

    @Bean
    FactTables factTables(JdbcTemplate jdbc) {
        return new FactTables(jdbc);
    }

    @Bean
    FactReading factReading(InstallationProperties installation) {
        return new FactReading(installation.timeZone());
    }

    @Bean
    FactKeeper factKeeper(FactTables tables, FactReading reading) {
        return new FactKeeper(tables, reading);
    }

    @Bean
    FactReconciling factReconciling(
            JdbcTemplate jdbc,
            WholeRecord record,
            FactReading reading,
            FactTables tables,
            PlatformTransactionManager transactions,
            Clock clock) {
        var rebuild = new FactRebuild(jdbc, record, reading, tables, new TransactionTemplate(transactions));
        return new FactReconciling(jdbc, rebuild, tables, clock);
    }

    @Bean
    EvaluateMeasureProvider evaluateMeasure(
            JdbcClient jdbc, UnitParts areas, Reach reach, Clock clock, InstallationProperties installation) {
        return new EvaluateMeasureProvider(
                new Evaluating(new JdbcIndicatorCounts(jdbc), areas, reach, clock.withZone(installation.timeZone())));
    }
}
