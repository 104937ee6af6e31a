package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.answerreferral.AnswerReferralProvider;
import org.ancregistry.operations.answerreferral.AnsweringReferral;
import org.ancregistry.operations.answerreferral.FeedbackTasks;
import org.ancregistry.operations.breakglass.BreakGlassProvider;
import org.ancregistry.operations.breakglass.BreakingGlass;
import org.ancregistry.operations.checkin.CheckInProvider;
import org.ancregistry.operations.checkin.CheckingIn;
import org.ancregistry.operations.recordoutcome.OutcomeWriting;
import org.ancregistry.operations.recordoutcome.Outcomes;
import org.ancregistry.operations.recordoutcome.PlannedCare;
import org.ancregistry.operations.recordoutcome.RecordOutcomeProvider;
import org.ancregistry.operations.recordvisit.RecordVisitProvider;
import org.ancregistry.operations.recordvisit.VisitWriting;
import org.ancregistry.operations.recordvisit.Visits;
import org.ancregistry.operations.summary.AncSummaryProvider;
import org.ancregistry.operations.summary.Summaries;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations on a mother who is in care. */
@Configuration(proxyBeanMethods = false)
class CareConfiguration {

    @Bean
    RecordVisitProvider recordVisit(
            Once once,
            Reach reach,
            OpenPregnancies pregnancies,
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            EmergencyAccess emergencies,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        var writing = new VisitWriting(records, facts, assessing, local);
        return new RecordVisitProvider(new Visits(once, reach, pregnancies, records, writing, emergencies, local));
    }

    @Bean
    OpenPregnancies openPregnancies(ActivePregnancies active, AllPregnancies all, Records records) {
        return new OpenPregnancies(active, all, records);
    }

    @Bean
    OutcomeWriting outcomeWriting(
            Records records,
            PregnancyFacts facts,
            Assessing assessing,
            PlannedCare planned,
            Clock clock,
            InstallationProperties installation) {
        return new OutcomeWriting(records, facts, assessing, planned, clock.withZone(installation.timeZone()));
    }

    @Bean
    RecordOutcomeProvider recordOutcome(
            Once once, Reach reach, OpenPregnancies open, AllPregnancies all, Records records, OutcomeWriting writing) {
        return new RecordOutcomeProvider(new Outcomes(once, reach, open, all, records, writing));
    }

    @Bean
    AnswerReferralProvider answerReferral(
            Once once,
            Reach reach,
            Records records,
            FeedbackTasks tasks,
            Clock clock,
            InstallationProperties installation) {
        return new AnswerReferralProvider(
                new AnsweringReferral(once, reach, records, tasks, clock.withZone(installation.timeZone())));
    }

    @Bean
    AncSummaryProvider ancSummary(WholeRecord record, Reach reach) {
        return new AncSummaryProvider(new Summaries(record, reach));
    }

    @Bean
    CheckInProvider checkIn(
            Once once,
            Attempts attempts,
            PhnRegister register,
            Records records,
            LiveEvidence evidences,
            LinkedPeople linked,
            OneWoman oneWoman,
            Reach reach,
            Clock clock,
            InstallationProperties installation) {
        return new CheckInProvider(new CheckingIn(
                once,
                attempts,
                register,
                records,
                evidences,
                linked,
                oneWoman,
                reach,
                clock.withZone(installation.timeZone())));
    }

    @Bean
    BreakGlassProvider breakGlass(
            Once once,
            Attempts attempts,
            PhnRegister register,
            ActivePregnancies pregnancies,
            OneWoman oneWoman,
            Records records,
            EmergencyAccess emergencies,
            Clock clock) {
        return new BreakGlassProvider(
                new BreakingGlass(once, attempts, register, pregnancies, oneWoman, records, emergencies, clock));
    }
}
