package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.Consents;
import org.ancregistry.operations.Facilities;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.UnitParts;
import org.ancregistry.operations.answerconsent.AnswerConsentProvider;
import org.ancregistry.operations.answerconsent.AnsweringConsent;
import org.ancregistry.operations.decidematch.BothSides;
import org.ancregistry.operations.decidematch.DecideMatchProvider;
import org.ancregistry.operations.decidematch.Deciding;
import org.ancregistry.operations.decidematch.DirectorySide;
import org.ancregistry.operations.decidematch.Links;
import org.ancregistry.operations.decidematch.MatchAnswer;
import org.ancregistry.operations.decidematch.MatchTasks;
import org.ancregistry.operations.decidematch.Numbers;
import org.ancregistry.operations.decidematch.OtherRecords;
import org.ancregistry.operations.handover.HandOverProvider;
import org.ancregistry.operations.handover.HandingOver;
import org.ancregistry.operations.updatecontact.UpdateContactProvider;
import org.ancregistry.operations.updatecontact.UpdatingContact;
import org.ancregistry.operations.verifyidentity.Proofs;
import org.ancregistry.operations.verifyidentity.VerificationWriting;
import org.ancregistry.operations.verifyidentity.VerifyIdentityProvider;
import org.ancregistry.operations.verifyidentity.Verifying;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The decisions about who a mother is that are left for later. */
@Configuration(proxyBeanMethods = false)
class DecisionsConfiguration {

    @Bean
    BothSides bothSides(PhnRegister register, Records records, LikelyRecords likely, Reach reach) {
        return new BothSides(register, records, likely, reach);
    }

    @Bean
    OtherRecords otherRecords(BothSides sides, PhnRegister register, Records records, StrongKeys keys, Clock clock) {
        return new OtherRecords(sides, register, records, keys, clock);
    }

    @Bean
    Numbers numbersDecided(
            PhnRegister register,
            PhnPolicy policy,
            Facilities facilities,
            Records records,
            StrongKeys keys,
            OtherRecords others) {
        return new Numbers(register, policy, facilities, records, keys, others);
    }

    @Bean
    Deciding deciding(
            Once once,
            Transactions transactions,
            Records records,
            MatchTasks tasks,
            BothSides sides,
            Numbers numbers,
            Links links,
            MatchAnswer answers,
            OutsideLook look,
            Clock clock,
            InstallationProperties installation) {
        return new Deciding(
                once,
                transactions,
                records,
                tasks,
                sides,
                numbers,
                links,
                answers,
                new DirectorySide(look),
                clock.withZone(installation.timeZone()));
    }

    @Bean
    MatchTasks matchTasks(Records records, StrongKeys keys, Reach reach) {
        return new MatchTasks(records, keys, reach);
    }

    @Bean
    Links recordLinks(OtherRecords others, Numbers numbers, Records records, LikelyDuplicates duplicates) {
        return new Links(others, numbers, records, duplicates);
    }

    @Bean
    MatchAnswer matchAnswer(PhnRegister register, PhnPolicy policy) {
        return new MatchAnswer(register, policy);
    }

    @Bean
    DecideMatchProvider decideMatch(Deciding deciding) {
        return new DecideMatchProvider(deciding);
    }

    @Bean
    HandOverProvider handOver(
            Once once,
            Reach reach,
            ActivePregnancies pregnancies,
            AllPregnancies all,
            Records records,
            OpenTasks openTasks,
            UnitParts units,
            Clock clock,
            InstallationProperties installation) {
        return new HandOverProvider(new HandingOver(
                once, reach, pregnancies, all, records, openTasks, units, clock.withZone(installation.timeZone())));
    }

    @Bean
    UpdateContactProvider updateContact(
            Once once, Reach reach, Records records, Clock clock, InstallationProperties installation) {
        return new UpdateContactProvider(
                new UpdatingContact(once, reach, records, clock.withZone(installation.timeZone())));
    }

    @Bean
    AnswerConsentProvider answerConsent(
            Once once,
            LiveEvidence evidences,
            LinkedPeople linked,
            Consents consents,
            Records records,
            OneWoman oneWoman,
            Clock clock,
            InstallationProperties installation) {
        return new AnswerConsentProvider(new AnsweringConsent(
                once, evidences, linked, consents, records, oneWoman, clock.withZone(installation.timeZone())));
    }

    @Bean
    VerifyIdentityProvider verifyIdentity(
            Once once,
            Transactions transactions,
            Reach reach,
            LiveEvidence evidences,
            Records records,
            StrongKeys keys,
            LinkedPeople linked,
            PersonScorer oneToOne,
            OpenTasks openTasks,
            Clock clock,
            InstallationProperties installation) {
        var proofs = new Proofs(evidences, records, keys, linked, oneToOne);
        var writing = new VerificationWriting(records, openTasks, clock.withZone(installation.timeZone()));
        return new VerifyIdentityProvider(new Verifying(once, transactions, reach, proofs, writing));
    }
}
