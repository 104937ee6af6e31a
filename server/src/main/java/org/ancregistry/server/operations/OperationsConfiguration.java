package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.PhnDirectory;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.issuephn.BeforeIssuing;
import org.ancregistry.operations.issuephn.IssuePhnProvider;
import org.ancregistry.operations.issuephn.PhnIssuing;
import org.ancregistry.operations.matchphn.MatchPhnProvider;
import org.ancregistry.operations.matchphn.Matching;
import org.ancregistry.operations.matchphn.NumberLookup;
import org.ancregistry.operations.registeranc.Duplicates;
import org.ancregistry.operations.registeranc.KnownMothers;
import org.ancregistry.operations.registeranc.Mothers;
import org.ancregistry.operations.registeranc.OutsideRegistry;
import org.ancregistry.operations.registeranc.RegisterAncProvider;
import org.ancregistry.operations.registeranc.Registering;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations that the FHIR server offers. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    IssuePhnProvider issuePhn(
            Once once,
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            OpenTasks openTasks,
            Facilities facilities,
            Reach reach,
            BeforeIssuing before) {
        return new IssuePhnProvider(
                new PhnIssuing(once, register, policy, records, openTasks, facilities, reach, before));
    }

    @Bean
    BeforeIssuing beforeIssuing(
            OutsideLook look,
            Transactions transactions,
            Records records,
            OpenTasks openTasks,
            Reach reach,
            Clock clock,
            InstallationProperties installation) {
        return new BeforeIssuing(
                look, transactions, records, openTasks, reach, clock.withZone(installation.timeZone()));
    }

    @Bean
    NumberLookup numberLookup(
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            StrongKeys keys,
            LinkedPeople linked,
            ObjectProvider<PhnDirectory> directory,
            Clock clock) {
        return new NumberLookup(
                register, policy, records, keys, linked, directory.getIfAvailable(PhnDirectory::none), clock);
    }

    @Bean
    LikelyRecords likelyRecords(
            Candidates candidates,
            LinkedPeople linked,
            Records records,
            StrongKeys keys,
            PersonScorer oneToOne,
            PersonScorer amongAll) {
        return new LikelyRecords(candidates, linked, records, keys, oneToOne, amongAll);
    }

    @Bean
    MatchPhnProvider matchPhn(
            Transactions transactions,
            LiveEvidence evidences,
            TypedNationalId typedIds,
            NumberLookup numbers,
            LikelyRecords likely,
            OutsideLook look,
            Reach reach,
            Attempts attempts) {
        return new MatchPhnProvider(
                new Matching(transactions, evidences, typedIds, numbers, likely, look, reach, attempts));
    }

    @Bean
    KnownMothers mothersKnownByPhn(
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            StrongKeys keys,
            OneWoman oneWoman,
            Reach reach,
            Clock clock) {
        return new KnownMothers(register, policy, records, keys, oneWoman, reach, clock);
    }

    @Bean
    Duplicates duplicatesOfMothers(Candidates candidates, StrongKeys keys, Reach reach) {
        return new Duplicates(candidates, keys, reach);
    }

    @Bean
    Mothers mothersToRegister(
            KnownMothers known,
            Duplicates duplicates,
            StrongKeys keys,
            PhnRegister register,
            PhnPolicy policy,
            Facilities facilities,
            Reach reach,
            Clock clock) {
        return new Mothers(known, duplicates, keys, register, policy, facilities, reach, clock);
    }

    @Bean
    RegisterAncProvider registerAnc(
            Once once,
            LiveEvidence evidences,
            Mothers mothers,
            Records records,
            StrongKeys keys,
            LinkedPeople linked,
            TypedNationalId typedIds,
            Assessing assessing,
            OutsideLook look,
            RulesProperties rules,
            Clock clock,
            InstallationProperties installation) {
        return new RegisterAncProvider(new Registering(
                once,
                evidences,
                mothers,
                records,
                keys,
                linked,
                typedIds,
                assessing,
                new OutsideRegistry(look),
                rules.schedule(),
                clock.withZone(installation.timeZone())));
    }
}
