package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.domain.access.AppointmentBook;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Bookings;
import org.ancregistry.operations.Clinics;
import org.ancregistry.operations.EmergencyHolders;
import org.ancregistry.operations.HeldContacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.OpenPregnancies;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.TestOrders;
import org.ancregistry.operations.acknowledgeresults.AcknowledgeResultsProvider;
import org.ancregistry.operations.acknowledgeresults.AcknowledgingResults;
import org.ancregistry.operations.answerreferral.AnswerReferralProvider;
import org.ancregistry.operations.answerreferral.AnsweringReferral;
import org.ancregistry.operations.answerreferral.FeedbackTasks;
import org.ancregistry.operations.arrangeappointment.ArrangeAppointmentProvider;
import org.ancregistry.operations.arrangeappointment.ArrangingAppointments;
import org.ancregistry.operations.arrangeappointment.BookingTurns;
import org.ancregistry.operations.arrangeappointment.FreeDays;
import org.ancregistry.operations.arrangeappointment.MissedDays;
import org.ancregistry.operations.arrangeappointment.OldAppointments;
import org.ancregistry.operations.breakglass.BreakGlassProvider;
import org.ancregistry.operations.breakglass.BreakingGlass;
import org.ancregistry.operations.clinicdays.ClinicDaysProvider;
import org.ancregistry.operations.ordertests.OrderTestsProvider;
import org.ancregistry.operations.ordertests.OrderingTests;
import org.ancregistry.operations.recordoutcome.OutcomeWriting;
import org.ancregistry.operations.recordoutcome.Outcomes;
import org.ancregistry.operations.recordoutcome.PlannedCare;
import org.ancregistry.operations.recordoutcome.RecordOutcomeProvider;
import org.ancregistry.operations.recordvisit.RecordVisitProvider;
import org.ancregistry.operations.recordvisit.VisitWriting;
import org.ancregistry.operations.recordvisit.Visits;
import org.ancregistry.operations.reviewemergency.ReviewEmergencyProvider;
import org.ancregistry.operations.reviewemergency.ReviewingEmergencies;
import org.ancregistry.operations.summary.AncSummaryProvider;
import org.ancregistry.operations.summary.PatientSummaries;
import org.ancregistry.operations.summary.PatientSummaryProvider;
import org.ancregistry.operations.summary.Shown;
import org.ancregistry.operations.summary.Summaries;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.operations.whosephn.NamingHolders;
import org.ancregistry.operations.whosephn.WhosePhnProvider;
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
            TestOrders orders,
            EmergencyAccess emergencies,
            RulesProperties rules,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        var writing = new VisitWriting(records, facts, assessing, orders, rules.schedule(), local);
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
    OrderTestsProvider orderTests(
            Once once,
            Reach reach,
            OpenPregnancies pregnancies,
            Records records,
            TestOrders orders,
            Clock clock,
            InstallationProperties installation) {
        return new OrderTestsProvider(
                new OrderingTests(once, reach, pregnancies, records, orders, clock.withZone(installation.timeZone())));
    }

    @Bean
    AcknowledgeResultsProvider acknowledgeResults(
            Once once,
            Reach reach,
            Records records,
            TestOrders orders,
            Clock clock,
            InstallationProperties installation) {
        return new AcknowledgeResultsProvider(
                new AcknowledgingResults(once, reach, records, orders, clock.withZone(installation.timeZone())));
    }

    @Bean
    ClinicDaysProvider clinicDays(Clinics clinics, Clock clock, InstallationProperties installation) {
        return new ClinicDaysProvider(clinics, clock.withZone(installation.timeZone()));
    }

    @Bean
    Bookings bookings(OpenPregnancies pregnancies, Clock clock, InstallationProperties installation) {
        return new Bookings(pregnancies, clock.withZone(installation.timeZone()));
    }

    @Bean
    FreeDays freeDays(Clinics clinics, AppointmentBook appointments, Clock clock, InstallationProperties installation) {
        return new FreeDays(clinics, appointments, clock.withZone(installation.timeZone()));
    }

    @Bean
    ArrangeAppointmentProvider arrangeAppointment(
            Once once,
            Reach reach,
            Records records,
            BookingTurns turns,
            OpenTasks tasks,
            HeldContacts held,
            FreeDays days,
            Bookings bookings,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        var before = new OldAppointments(records, tasks, held, local);
        var missing = new MissedDays(records, held, local);
        return new ArrangeAppointmentProvider(
                new ArrangingAppointments(once, reach, records, turns, before, missing, days, bookings, local));
    }

    @Bean
    AncSummaryProvider ancSummary(WholeRecord record, Reach reach) {
        return new AncSummaryProvider(new Summaries(record, reach));
    }

    @Bean
    PatientSummaryProvider patientSummary(
            WholeRecord record, Reach reach, Shown shown, Clock clock, InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        return new PatientSummaryProvider(new PatientSummaries(new Summaries(record, reach), shown, local));
    }

    @Bean
    EmergencyHolders emergencyHolders(
            PhnRegister register, Records records, OneWoman oneWoman, EmergencyAccess emergencies) {
        return new EmergencyHolders(register, records, oneWoman, emergencies);
    }

    @Bean
    WhosePhnProvider whosePhn(Attempts attempts, EmergencyHolders holders) {
        return new WhosePhnProvider(new NamingHolders(attempts, holders));
    }

    @Bean
    BreakGlassProvider breakGlass(
            Once once,
            Attempts attempts,
            EmergencyHolders holders,
            ActivePregnancies pregnancies,
            Records records,
            EmergencyAccess emergencies,
            Clock clock) {
        return new BreakGlassProvider(
                new BreakingGlass(once, attempts, holders, pregnancies, records, emergencies, clock));
    }

    @Bean
    ReviewEmergencyProvider reviewEmergency(
            Once once, Reach reach, Records records, Clock clock, InstallationProperties installation) {
        return new ReviewEmergencyProvider(
                new ReviewingEmergencies(once, reach, records, clock.withZone(installation.timeZone())));
    }
}
