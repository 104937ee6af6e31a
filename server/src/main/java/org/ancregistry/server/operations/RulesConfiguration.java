package org.ancregistry.server.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.assessrisk.AssessRiskProvider;
import org.ancregistry.operations.assessrisk.AssessingRisk;
import org.ancregistry.operations.graderisk.GradeRiskProvider;
import org.ancregistry.operations.graderisk.Grading;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clinical rules with the country's own numbers, if it has any. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    RuleBook ruleBook(RulesProperties properties) {
        var file = properties.file();
        return file == null ? RuleBook.shipped() : RuleBook.adapted(table(file));
    }

    private static String table(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("anc.rules.file names a table that cannot be read: " + file, e);
        }
    }

    @Bean
    AssessRiskProvider assessRisk(
            Transactions transactions,
            Reach reach,
            ActivePregnancies pregnancies,
            Records records,
            Assessing assessing,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        return new AssessRiskProvider(new AssessingRisk(transactions, reach, pregnancies, records, assessing, local));
    }

    @Bean
    GradeRiskProvider gradeRisk(
            Once once,
            Reach reach,
            PregnancyFacts facts,
            Records records,
            Clock clock,
            InstallationProperties installation) {
        return new GradeRiskProvider(new Grading(once, reach, facts, records, clock.withZone(installation.timeZone())));
    }

    @Bean
    Assessing assessing(
            RuleBook rules, PregnancyFacts facts, Records records, Clock clock, InstallationProperties installation) {
        return new Assessing(rules, facts, records, clock.withZone(installation.timeZone()));
    }
}
